package sqlite

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"afterword/data"
)

func TestSendings(t *testing.T) {
	path := t.TempDir() + "/test.db"
	s := openTest(t, path)
	c := addCase(t, s, "Acme", "Designer", "Dana Ruiz")
	first := data.Sending{
		Application: c.Application.ID, Item: "check_in", Way: data.WaySMTP, Mailbox: "box", MessageID: "1@example.net", To: "Dana <dana@acme.example>",
		Subject: "Hello", Body: "Hi\n", InReplyTo: "a@acme.example", State: data.SendWaiting, Begun: noon, Due: noon.Add(10 * time.Second),
		Copy: true, Anyway: true, Seq: 7, Questions: []data.ID{"q"},
	}
	write(t, s, func(tx *Tx) error { return tx.AddSending(t.Context(), &first) })
	if got := must(s.Sending(t.Context(), first.ID)); !reflect.DeepEqual(got, first) {
		t.Errorf("got  %+v\nwant %+v", got, first)
	}
	second := first
	second.ID, second.MessageID = "", "2@example.net"
	other := openTest(t, path) // as another process would
	if err := other.Write(t.Context(), func(tx *Tx) error { return tx.AddSending(t.Context(), &second) }); err == nil {
		t.Error("a second letter for the item while the first may leave: want it refused by the file itself")
	}
	for _, state := range []data.SendState{data.SendSending, data.SendLooking, data.SendAsked} {
		first.State = state
		write(t, s, func(tx *Tx) error { return tx.UpdateSending(t.Context(), first) })
		second.ID = ""
		if err := s.Write(t.Context(), func(tx *Tx) error { return tx.AddSending(t.Context(), &second) }); err == nil {
			t.Errorf("a second letter beside one that is %s: want a refusal", state)
		}
		if open := must(s.OpenSendings(t.Context())); len(open) != 1 || open[0].State != state {
			t.Errorf("open %+v, want the one that is %s", open, state)
		}
	}
	first.State, first.Copy, first.Ended, first.Event, first.Relayed, first.Why = data.SendSent, false, noon.Add(time.Minute), "e", "x@relay", "why"
	write(t, s, func(tx *Tx) error { return tx.UpdateSending(t.Context(), first) })
	if got := must(s.Sending(t.Context(), first.ID)); !reflect.DeepEqual(got, first) {
		t.Errorf("got  %+v\nwant %+v", got, first)
	}
	second.ID, second.State = "", data.SendHanded
	write(t, s, func(tx *Tx) error { return tx.AddSending(t.Context(), &second) })
	same := second
	same.ID = ""
	if err := s.Write(t.Context(), func(tx *Tx) error { return tx.AddSending(t.Context(), &same) }); err == nil {
		t.Error("one Message-ID twice: want a refusal")
	}
	write(t, s, func(tx *Tx) error {
		got, err := tx.SendingByID(t.Context(), []string{"none", "2@example.net"})
		if err != nil || got.ID != second.ID {
			t.Errorf("by Message-ID: %+v, %v, want the second", got, err)
		}
		if _, err := tx.SendingByID(t.Context(), nil); !errors.Is(err, data.ErrNotFound) {
			t.Errorf("by none: %v, want not found", err)
		}
		return nil
	})
	if unseen := must(s.UnseenSendings(t.Context())); len(unseen) != 1 || unseen[0].ID != second.ID {
		t.Errorf("unseen %+v, want the second", unseen)
	}
}

func TestSubmissions(t *testing.T) {
	s := openTest(t, "")
	box := data.Mailbox{Email: "robin@example.net", Host: "imap.example.net"}
	write(t, s, func(tx *Tx) error { return tx.SaveMailbox(t.Context(), &box) })
	if _, err := s.Submission(t.Context(), box.ID); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("before: %v, want not found", err)
	}
	by := data.Submission{Mailbox: box.ID, Host: "smtp.example.net", Port: 465, Security: data.SecurityTLS, User: "robin", CA: []byte("pem"), Copy: true}
	for _, host := range []string{"old.example.net", by.Host} {
		by.Host = host
		write(t, s, func(tx *Tx) error { return tx.SaveSubmission(t.Context(), by) })
	}
	if got := must(s.Submission(t.Context(), box.ID)); !reflect.DeepEqual(got, by) {
		t.Errorf("got %+v, want %+v", got, by)
	}
	write(t, s, func(tx *Tx) error { return tx.DeleteMailbox(t.Context(), box.ID) })
	if _, err := s.Submission(t.Context(), box.ID); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("of a mailbox that is gone: %v, want not found", err)
	}
}
