"""The house itself: its floors, workflows and the browsers that are served."""
