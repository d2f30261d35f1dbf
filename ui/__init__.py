"""Theme, widgets, dialogs and windows."""
