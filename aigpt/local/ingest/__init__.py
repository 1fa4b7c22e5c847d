"""From files to the database: which files a path has, how they are split and parsed, and when they are read."""
