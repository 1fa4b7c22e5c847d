"""The database: its tables, and what is added to them and deleted from them."""
