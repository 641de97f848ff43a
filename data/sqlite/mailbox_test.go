package sqlite

import (
	"maps"
	"reflect"
	"testing"

	"afterword/data"
)

func TestMailbox(t *testing.T) {
	s := openTest(t, "")
	want := addMailbox(t, s, "me@home.example")
	if got := must(s.Mailbox(t.Context(), want.ID)); !reflect.DeepEqual(got, want) {
		t.Errorf("Mailbox =\n%+v, want\n%+v", got, want)
	}
	moved := want.Folders[0]
	moved.UIDNext = 1 << 31
	write(t, s, func(tx *Tx) error { return tx.SaveFolder(t.Context(), want.ID, moved) })
	want.State = data.MailboxOffline // and the old cursor
	write(t, s, func(tx *Tx) error { return tx.SaveMailbox(t.Context(), &want) })
	want.Folders = []data.Folder{moved}
	if got := must(s.Mailboxes(t.Context())); !reflect.DeepEqual(got, []data.Mailbox{want}) {
		t.Errorf("Mailboxes =\n%+v, want the new state and the moved cursor\n%+v", got, want)
	}
}

func TestDeleteMailboxForgetsMailAndKeepsEvents(t *testing.T) {
	s := openTest(t, "")
	app := addCase(t, s, "Acme", "", "Dana").Application.ID
	box := addMailbox(t, s, "me@home.example")
	m := data.Message{Mailbox: box.ID, Application: app, Key: "k", Excerpt: "secret"}
	addMessage(t, s, &m)
	reply := file(t, s, data.Event{Application: app, Type: data.EventReply, Message: m.ID})
	inbox := data.Folder{Name: "INBOX", UIDValidity: 7}
	write(t, s, func(tx *Tx) error { return tx.Remember(t.Context(), box.ID, inbox, nil) })
	write(t, s, func(tx *Tx) error { return tx.Remember(t.Context(), box.ID, inbox, []Seen{{5, "hash"}, {6, "six"}}) })
	write(t, s, func(tx *Tx) error { return tx.Remember(t.Context(), box.ID, inbox, []Seen{{5, "other"}}) })
	want := map[uint32]string{5: "other", 6: "six"}
	if got := must(s.Remembered(t.Context(), box.ID, "INBOX", 7)); !maps.Equal(got, want) {
		t.Errorf("Remembered = %v, want %v", got, want)
	}
	write(t, s, func(tx *Tx) error { return tx.DeleteMailbox(t.Context(), box.ID) })
	if got := must(s.Message(t.Context(), m.ID)).Excerpt; got != "secret" {
		t.Errorf("Excerpt = %q, want it kept when the mailbox is only disconnected", got)
	}
	write(t, s, func(tx *Tx) error { return tx.ForgetMessages(t.Context(), box.ID) })
	if got := must(s.Remembered(t.Context(), box.ID, "INBOX", 7)); len(got) != 0 {
		t.Errorf("Remembered = %v, want nothing after DeleteMailbox", got)
	}
	if got := must(s.Message(t.Context(), m.ID)).Excerpt; got != "" {
		t.Errorf("Excerpt = %q, want it forgotten", got)
	}
	if got := must(s.Event(t.Context(), reply)).Message; got != m.ID {
		t.Errorf("Event.Message = %q, want %q", got, m.ID)
	}
	if got := must(s.Mailboxes(t.Context())); len(got) != 0 {
		t.Errorf("Mailboxes = %v, want none", got)
	}
}

func TestSenderRules(t *testing.T) {
	s := openTest(t, "")
	for _, r := range []SenderRule{
		{Address: "News@Acme.example", Verdict: data.AnswerAlways},
		{Address: "news@acme.example", Verdict: data.AnswerNever},
		{Address: "hr@acme.example", Application: "a", Verdict: data.AnswerAlways},
	} {
		write(t, s, func(tx *Tx) error { return tx.SaveSenderRule(t.Context(), r) })
	}
	want := []SenderRule{{"hr@acme.example", "a", data.AnswerAlways}, {"news@acme.example", "", data.AnswerNever}}
	if got := must(s.SenderRules(t.Context())); !reflect.DeepEqual(got, want) {
		t.Errorf("SenderRules = %v, want %v", got, want)
	}
	maybe := SenderRule{Address: "a@b.example", Verdict: "maybe"}
	if err := s.Write(t.Context(), func(tx *Tx) error { return tx.SaveSenderRule(t.Context(), maybe) }); err == nil {
		t.Error("SaveSenderRule with verdict maybe succeeded, want an error")
	}
}
