package data

// InForce returns the events that count, in the order given: without those that
// an undo took back, and without the undo events themselves (schedule.md 2.2,
// 2.3). The caller gives them by At, then in the order of filing.
func InForce(events []Event) []Event {
	undone := Undone(events)
	var left []Event
	for i, e := range events {
		if !undone[i] && e.Type != EventUndo {
			left = append(left, e)
		}
	}
	return left
}

// Undone reports, for each of events, whether an undo took it back: the undos
// from last to first, one that is itself undone does nothing, the target is the
// nearest earlier event with that ID (schedule.md 2.2).
func Undone(events []Event) []bool {
	undone := make([]bool, len(events))
	for i := len(events) - 1; i >= 0; i-- {
		if e := events[i]; e.Type == EventUndo && !undone[i] {
			if j := earlier(events[:i], e.Target); j >= 0 {
				undone[j] = true
			}
		}
	}
	return undone
}

// earlier returns the index of the last of events with id, or -1.
func earlier(events []Event, id ID) int {
	if id == "" {
		return -1
	}
	for i := len(events) - 1; i >= 0; i-- {
		if events[i].ID == id {
			return i
		}
	}
	return -1
}
