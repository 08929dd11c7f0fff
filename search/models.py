"""Tables of the embedded engine. Everything in them is derived and can be rebuilt.

Full text itself is in tables of the database's own kind, made by the migrations: `search_fts_<language>` (SQLite FTS5,
rowid = entry id) or `search_tokens` (PostgreSQL tsvector). Times are whole seconds since 1970 (UTC): the engine
compares them in SQL, the same on both databases.
"""

from django.db import models
from django.utils import timezone

from search.enums import SearchKind


class SearchEntry(models.Model):
    """What results are filtered and counted by; kept narrow, because a common word visits thousands of rows."""

    kind = models.CharField(max_length=8, choices=SearchKind.choices)
    object_id = models.BigIntegerField()
    language = models.CharField(max_length=2)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    commune_code = models.CharField(max_length=5, blank=True)
    rank = models.FloatField(default=0)
    # Bounds of all windows; null for what has no dates.
    first_start = models.BigIntegerField(null=True)
    last_end = models.BigIntegerField(null=True)
    # Which run wrote or confirmed the row: a rebuild ends by removing what it has not seen.
    generation = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "object_id", "language"], name="search_entry_object")]
        indexes = [
            models.Index(fields=["language", "-rank", "kind", "object_id"]),
            models.Index(fields=["language", "latitude", "longitude"]),
            models.Index(fields=["language", "commune_code"]),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} ({self.language})"


class SearchCard(models.Model):
    """What a result shows; read for the results of one page only."""

    entry = models.OneToOneField(SearchEntry, on_delete=models.CASCADE, primary_key=True, related_name="card")
    public_id = models.CharField(max_length=64)
    path = models.CharField(max_length=500)
    title = models.TextField()
    title_language = models.CharField(max_length=5)
    text = models.TextField(blank=True)
    commune_name = models.CharField(max_length=200, blank=True)
    card = models.JSONField(default=dict)
    checksum = models.CharField(max_length=24)

    def __str__(self) -> str:
        return self.title


class SearchWindow(models.Model):
    """When an object takes place: one row for each window, whatever the number of languages."""

    kind = models.CharField(max_length=8)
    object_id = models.BigIntegerField()
    starts = models.BigIntegerField()
    ends = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["object_id", "kind", "ends", "starts"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} {self.starts}"


class SearchVocabulary(models.Model):
    """Every unstemmed word of the documents, and how many of them hold it: what typos are corrected to."""

    language = models.CharField(max_length=2)
    token = models.CharField(max_length=40)
    # The word read from its end: a typo at its beginning leaves the end intact.
    backward = models.CharField(max_length=40)
    documents = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["language", "token"], name="search_vocabulary_token")]
        indexes = [models.Index(fields=["language", "backward"])]

    def __str__(self) -> str:
        return self.token


class SearchBacklog(models.Model):
    """An object that changed and that an engine still has to be told of: it came by a bulk import, or Elasticsearch
    was down. See `search.index.backlog`."""

    kind = models.CharField(max_length=8, choices=SearchKind.choices)
    object_id = models.BigIntegerField()
    # The database's own index is up to date already.
    only_elasticsearch = models.BooleanField(default=False)
    # Of the last change: a row that is remembered again while it is being worked off is not done.
    remembered_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="search_backlog_object")]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"
