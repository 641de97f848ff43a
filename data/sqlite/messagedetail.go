package sqlite

import (
	"time"

	"afterword/data"
)

// A messageDetail is the column detail of messages. Its names are part of the
// file format.
type messageDetail struct {
	InReplyTo  []string        `json:"in_reply_to,omitempty"`
	References []string        `json:"references,omitempty"`
	FromName   string          `json:"from_name,omitempty"`
	To         []string        `json:"to,omitempty"`
	Rule       string          `json:"rule,omitempty"`
	Return     data.Day        `json:"return,omitzero"`
	Inclusive  bool            `json:"inclusive,omitempty"`
	Item       data.ItemKey    `json:"item,omitempty"`
	Candidates []data.ID       `json:"candidates,omitempty"`
	Suggest    data.ReplyClass `json:"suggest,omitempty"`
	Invite     *meeting        `json:"invite,omitempty"`
	Text       string          `json:"text,omitempty"`
	Answered   time.Time       `json:"answered,omitzero"`
}

func messageDetailOf(m data.Message) messageDetail {
	return messageDetail{
		InReplyTo: m.InReplyTo, References: m.References, FromName: m.FromName, To: m.To, Rule: m.Rule,
		Return: m.Return, Inclusive: m.Inclusive, Item: m.Item, Candidates: m.Candidates, Suggest: m.Suggest,
		Invite: meetingOf(m.Invite), Text: m.Text, Answered: m.Answered.UTC(),
	}
}

func scanMessage(r row) (data.Message, error) {
	var m data.Message
	var d messageDetail
	err := r.Scan(&m.ID, &m.Application, &m.Mailbox, &m.Folder, &m.UID, &m.Key, &m.From, &m.Subject,
		instant{&m.Date}, instant{&m.Arrived}, &m.Class, &m.Action, &m.Reason, &m.Excerpt, &m.Answer,
		parsed[messageDetail]{&d})
	m.InReplyTo, m.References, m.FromName, m.To, m.Rule = d.InReplyTo, d.References, d.FromName, d.To, d.Rule
	m.Return, m.Inclusive, m.Item, m.Candidates = d.Return, d.Inclusive, d.Item, d.Candidates
	m.Suggest, m.Invite = d.Suggest, d.Invite.interview()
	m.Text, m.Answered = d.Text, d.Answered
	return m, err
}
