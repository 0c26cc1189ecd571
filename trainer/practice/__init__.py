"""7 Over many attempts: pure functions, without files and clocks."""
