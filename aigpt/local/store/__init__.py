"""The database: its tables, and what is added to, looked up in and removed from them."""
