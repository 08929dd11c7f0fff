"""Engines that answer a search; `search.engines.contract` says what each must do."""
