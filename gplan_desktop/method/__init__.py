"""The municipality's metodstöd as one immutable value."""
