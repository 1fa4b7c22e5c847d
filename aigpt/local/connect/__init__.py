"""The page behind a link of connectors/authorize, on which a person chooses what to connect."""
