"""The screens of the backups: how it is with them, making one, and putting one back."""
