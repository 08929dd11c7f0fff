"""One module per source of events: its objects to `agenda.records`."""
