"""The form of an own scenario, in cards. They show a `trainer.authoring.form.Form` and tell of edits."""
