"""The version of the package, as wheels, the command line and datasets have it."""

__version__ = "0.1.0"
