"""View sets of the back office, one module per thing."""
