"""Why an object cannot be taken."""


class Unmappable(Exception):  # noqa: N818 (it says what the object is)
    """Nothing sensible is left of an object: it goes to quarantine with `sentence`, in French, for an editor."""

    def __init__(self, sentence: str):
        super().__init__(sentence)
        self.sentence = sentence
