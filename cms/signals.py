"""The one signal of the project: public objects changed. Actions send it; the search index listens."""

from django.dispatch import Signal

# kwargs: kind (str: "PLACE", "EVENT", "TRAIL", "STORY", "PAGE"), ids (list[int], primary keys), bulk (bool). Sent after
# the commit, or with `bulk` inside the transaction: receivers then only note what they will do, in that transaction.
public_objects_changed = Signal()
