package desk

import (
	"cmp"
	"time"

	"afterword/app/letter"
	"afterword/data"
)

// remembered gives a letter what the user noted after its round: the topic with
// this person, what they offered, what comes next, and what is new. A thank-you
// says what was forgotten; a later letter says what was noted as news since the
// last one went.
func remembered(c *data.Case, it data.Item, iv data.Interview, to data.ID, b *letter.Brief) {
	values, _ := c.Noted(iv.ID)
	b.Topic = topicOf(c, iv, to)
	b.Strength, b.NextStep = values[data.NoteStrength], values[data.NoteNext]
	if it.Key.Kind() == data.KindThankYou {
		b.News = values[data.NoteForgot]
		return
	}
	b.News = news(c)
}

// topicOf is what was talked about with a person: as stored with the round, else
// as noted, which is where the topics of a round are that a mail invited to.
func topicOf(c *data.Case, iv data.Interview, person data.ID) string {
	_, topics := c.Noted(iv.ID)
	for _, m := range iv.With {
		if m.Person == person {
			return cmp.Or(topics[person], m.Topic)
		}
	}
	return topics[person]
}

// news is what the user noted as new and has not told yet in a letter.
func news(c *data.Case) string {
	var told time.Time
	text := ""
	for _, e := range data.InForce(c.Events) {
		switch {
		case e.Type == data.EventSent:
			told = e.At
			text = ""
		case e.Type == data.EventNoted && e.Name == data.NoteNews && !e.At.Before(told):
			text = e.Value
		}
	}
	return text
}
