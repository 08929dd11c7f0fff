import type { Asked } from './ask.svelte';

interface Connection<Node> {
  edges: { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** A list that grows by a button. */
export interface Grown<Node> {
  readonly nodes: Node[];
  readonly hasMore: boolean;
  readonly busy: boolean;
  readonly failed: boolean;
  more: () => Promise<void>;
}

/** The pages after the first one are asked one by one and forgotten when the first one is answered anew. */
export function grow<Data, Node>(
  asked: Asked<Data>,
  connection: (data: Data) => Connection<Node>,
  next: (after: string) => Promise<Data>,
): Grown<Node> {
  let following: Connection<Node>[] = $state.raw([]);
  let busy = $state(false);
  let failed = $state(false);
  const first = $derived(asked.answer ? connection(asked.answer.data) : null);
  const nodes = $derived([...(first?.edges ?? []), ...following.flatMap(({ edges }) => edges)].map(({ node }) => node));
  const last = $derived((following.at(-1) ?? first)?.pageInfo);
  $effect(() => {
    void first;
    following = [];
    failed = false;
  });
  return {
    get nodes() {
      return nodes;
    },
    get hasMore() {
      return last?.hasNextPage ?? false;
    },
    get busy() {
      return busy;
    },
    get failed() {
      return failed;
    },
    async more() {
      const after = last?.endCursor;
      if (!after || busy) return;
      busy = true;
      failed = false;
      const asking = first;
      try {
        const answer = connection(await next(after));
        if (asking === first) following = [...following, answer];
      } catch {
        failed = true;
      } finally {
        busy = false;
      }
    },
  };
}
