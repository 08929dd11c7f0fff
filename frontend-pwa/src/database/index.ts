export {
  changeAnnouncement,
  getAnnouncement,
  getAnnouncements,
  putAnnouncement,
  removeAnnouncement,
} from './announcements';
export { ANSWER_LIMIT, forgetOldAnswers, getAnswer, putAnswer, type SeenAnswer } from './answers';
export { closeDatabase, database } from './database';
export { changePack, getPack, getPacks, removePack } from './packs';
export { changeProgramme, getProgramme } from './programme';
export type { AnnouncementRow, PackRow, StoryState } from './schema';
export { getSetting, putSetting } from './settings';
export { getStoryState, putStoryState, removeStoryState } from './storyStates';
