"""Self-checks and banks of tests as files for Moodle."""
