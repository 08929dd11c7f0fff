"""What can go wrong when a feed is read."""


class FeedError(Exception):
    """The feed could not be read. `sentence` is French, for an editor, and holds no key."""

    # Whether the same request may succeed a little later.
    passing = False

    def __init__(self, sentence: str, *, passing: bool = False) -> None:
        self.sentence = sentence
        self.passing = passing
        super().__init__(sentence)
