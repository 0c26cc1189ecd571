"""The user's own scripts: how long they take to say, what the judge makes of them, how they are practised."""
