"""The one signal of the project: public objects changed. Actions send it after commit; the search index listens."""

from django.dispatch import Signal

# kwargs: kind (str: "PLACE", "EVENT", "TRAIL", "STORY", "PAGE"), ids (list[int], primary keys)
public_objects_changed = Signal()
