"""What can go wrong when a feed is read."""

from tourism.attempts import AttemptError


class FeedError(AttemptError):
    """The feed could not be read. `sentence` is French, for an editor, and holds no key."""

    def __init__(self, sentence: str, *, passing: bool = False, wait: float = 0.0) -> None:
        self.sentence = sentence
        self.passing = passing
        self.wait = wait
        super().__init__(sentence)
