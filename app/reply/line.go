package reply

import (
	"encoding/json"
	"time"
)

// Line returns the JSON object of one classified file (contract.md, classify),
// without a line end.
func Line(file string, m Mail, v Verdict) []byte {
	line := struct {
		File       string   `json:"file"`
		Class      string   `json:"class"`
		Rule       string   `json:"rule"`
		Reason     string   `json:"reason"`
		Return     *string  `json:"return_date"`
		Inclusive  bool     `json:"return_inclusive"`
		From       string   `json:"from"`
		Subject    string   `json:"subject"`
		Date       *string  `json:"date"`
		MessageID  string   `json:"message_id"`
		InReplyTo  []string `json:"in_reply_to"`
		References []string `json:"references"`
		Text       string   `json:"text"`
	}{
		File: file, Class: string(v.Class), Rule: v.Rule, Reason: v.Reason, Inclusive: v.Inclusive, From: m.From, Subject: m.Subject,
		MessageID: m.MessageID, InReplyTo: append([]string{}, m.InReplyTo...), References: append([]string{}, m.References...), Text: m.New,
	}
	if !v.Return.IsZero() {
		day := v.Return.String()
		line.Return = &day
	}
	if !m.Date.IsZero() {
		date := m.Date.Format(time.RFC3339)
		line.Date = &date
	}
	out, err := json.Marshal(line)
	if err != nil { // strings and lists always marshal
		return []byte("{}")
	}
	return out
}
