"""The facilitators' page of marks in the browser, opened from a disk."""
