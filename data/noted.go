package data

// The values of an EventNoted, by Name: what the user keeps of a round.
const (
	NoteTopic    = "topic"     // talked about with the person of Target: a noun phrase
	NoteSaid     = "said"      // about the date, in the employer's words
	NoteNext     = "next_step" // a noun phrase
	NoteStrength = "strength"  // what the user offered: a noun phrase
	NoteForgot   = "forgot"    // what the user did not say: a clause
	NoteNews     = "news"      // something new since: a clause
	NoteNone     = "none"      // the user wants no notes on this round
)

// Noted returns what the user keeps of a round by name; topics by person.
func (c *Case) Noted(round ID) (values map[string]string, topics map[ID]string) {
	values, topics = make(map[string]string), make(map[ID]string)
	for _, e := range InForce(c.Events) {
		switch {
		case e.Type != EventNoted || e.Round != round:
		case e.Name == NoteTopic:
			topics[e.Target] = e.Value
		default:
			values[e.Name] = e.Value
		}
	}
	return values, topics
}
