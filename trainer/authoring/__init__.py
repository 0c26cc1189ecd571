"""Own scenarios written in a form: the form and its scenario, the live check, undo and the draft."""
