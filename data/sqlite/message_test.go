package sqlite

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"afterword/data"
)

// addMailbox connects a mailbox with one folder.
func addMailbox(t testing.TB, s *Store, email string) data.Mailbox {
	t.Helper()
	m := data.Mailbox{
		Email: email, Host: "mail.example", Port: 993, Security: data.SecurityTLS, User: "me", CA: []byte("PEM"),
		State: data.MailboxOK, Detail: "d", LastSync: noon, Since: data.Day{Year: 2026, Month: time.October, Day: 1},
		Folders: []data.Folder{{Name: "INBOX", Role: "inbox", UIDValidity: 7, UIDNext: 9}},
	}
	write(t, s, func(tx *Tx) error { return tx.SaveMailbox(t.Context(), &m) })
	return m
}

// addMessage files m and returns whether it was new.
func addMessage(t testing.TB, s *Store, m *data.Message) bool {
	t.Helper()
	var isNew bool
	write(t, s, func(tx *Tx) error {
		var err error
		isNew, err = tx.AddMessage(t.Context(), m)
		return err
	})
	return isNew
}

func TestMessageKeepsEveryField(t *testing.T) {
	s := openTest(t, "")
	app := addCase(t, s, "Acme", "", "Dana").Application.ID
	box := addMailbox(t, s, "me@home.example")
	want := data.Message{
		Application: app, Mailbox: box.ID, Folder: "INBOX", UID: 1 << 31, Key: "1@acme.example",
		InReplyTo: []string{"a"}, References: []string{"b", "c"}, FromName: "Dana", From: "dana@acme.example",
		To: []string{"me@home.example"}, Subject: "Re: hello", Date: noon, Arrived: noon.Add(time.Second),
		Class: data.ClassHuman, Rule: "r", Action: data.ActionReview, Reason: "because", Excerpt: "Hello",
		Return: data.Day{Year: 2026, Month: time.December, Day: 1}, Inclusive: true, Item: "check_in:1",
		Candidates: []data.ID{app}, Suggest: data.ReplyOffer, Invite: &data.Interview{Start: noon, UID: "u"},
		Answer: data.AnswerYes, Text: "Hello\n> Hi", Answered: noon,
	}
	for f, v := range reflect.ValueOf(want).Fields() {
		if v.IsZero() && f.Name != "ID" {
			t.Errorf("field %s is not tried", f.Name)
		}
	}
	if !addMessage(t, s, &want) {
		t.Error("AddMessage of a new mail is not new, want new")
	}
	if got := must(s.Message(t.Context(), want.ID)); !reflect.DeepEqual(got, want) {
		t.Errorf("Message =\n%+v, want\n%+v", got, want)
	}
	want.Application, want.Answer, want.Invite = "", data.AnswerNo, nil
	write(t, s, func(tx *Tx) error { return tx.UpdateMessage(t.Context(), want) })
	if got := must(s.Message(t.Context(), want.ID)); !reflect.DeepEqual(got, want) {
		t.Errorf("Message after UpdateMessage =\n%+v, want\n%+v", got, want)
	}
}

func TestMessagesAreUniqueInTheirAccount(t *testing.T) {
	s := openTest(t, "")
	home, work := addMailbox(t, s, "me@home.example"), addMailbox(t, s, "me@work.example")
	first := data.Message{Mailbox: home.ID, Folder: "INBOX", UID: 3, Key: "k", Excerpt: "secret", Answer: data.AnswerYes}
	addMessage(t, s, &first)
	cases := []struct {
		why     string
		mailbox data.ID
		key     string
		want    bool
	}{
		{"a second scan", home.ID, "k", false},
		{"another mail", home.ID, "l", true},
		{"another account", work.ID, "k", true},
		{"handed over by the user, too", "", "k", false},
		{"handed over alone", "", "m", true},
		{"handed over twice", "", "m", false},
		{"found in a mailbox after that", work.ID, "m", false},
	}
	for _, c := range cases {
		m := data.Message{Mailbox: c.mailbox, Folder: "INBOX", UID: 3, Key: c.key}
		if got := addMessage(t, s, &m); got != c.want || m.ID == "" {
			t.Errorf("%s: new = %t with ID %q, want %t", c.why, got, m.ID, c.want)
		}
	}
	if got := must(s.Message(t.Context(), first.ID)); got.Answer != data.AnswerYes || got.Excerpt != "secret" || got.Mailbox != home.ID {
		t.Errorf("Message = %+v, want it as it was before the second scan", got)
	}
	write(t, s, func(tx *Tx) error { return tx.DeleteMailbox(t.Context(), home.ID) })
	write(t, s, func(tx *Tx) error { return tx.ForgetMessages(t.Context(), home.ID) })
	again := addMailbox(t, s, "Me@Home.example")
	m := data.Message{Mailbox: again.ID, Folder: "INBOX", UID: 3, Key: "k"}
	if addMessage(t, s, &m) || m.ID != first.ID {
		t.Errorf("after connecting again: got a new message %s, want %s", m.ID, first.ID)
	}
	if got := must(s.Message(t.Context(), first.ID)); got.Mailbox != again.ID || got.Excerpt != "" {
		t.Errorf("Message = %+v, want it in the new mailbox and its excerpt forgotten", got)
	}
}

func TestListsOfMessages(t *testing.T) {
	s := openTest(t, "")
	app := addCase(t, s, "Acme", "", "Dana").Application.ID
	for i, m := range []data.Message{
		{Key: "own", Application: app, Class: data.ClassOwn, Action: data.ActionIgnore},
		{Key: "stray", Class: data.ClassOwn, Action: data.ActionNone},
		{Key: "stop", Application: app, Class: data.ClassHuman, Action: data.ActionStop},
		{Key: "review", Class: data.ClassHuman, Action: data.ActionReview},
		{Key: "answered", Class: data.ClassHuman, Action: data.ActionReview, Answer: data.AnswerNo},
		{Key: "suggest", Application: app, Class: data.ClassAutoAck, Action: data.ActionSuggest},
		{Key: "hold", Application: app, Class: data.ClassAutoReply, Action: data.ActionHold},
	} {
		m.Arrived, m.From = noon.Add(time.Duration(i)*time.Minute), "dana@acme.example"
		addMessage(t, s, &m)
	}
	ctx := t.Context()
	for what, c := range map[string]struct {
		got  []data.Message
		want []string
	}{
		"Messages":      {must(s.Messages(ctx, app)), []string{"own", "stop", "suggest", "hold"}},
		"OpenQuestions": {must(s.OpenQuestions(ctx)), []string{"review", "suggest"}},
		"Sorted":        {must(s.Sorted(ctx, 5)), []string{"hold", "answered", "stop"}},
		"Sorted, one":   {must(s.Sorted(ctx, 1)), []string{"hold"}},
		"SentMessages":  {must(s.SentMessages(ctx)), []string{"own"}},
	} {
		var keys []string
		for _, m := range c.got {
			keys = append(keys, m.Key)
		}
		if !reflect.DeepEqual(keys, c.want) {
			t.Errorf("%s = %v, want %v", what, keys, c.want)
		}
	}
}

// TestForgetMessages: nothing is left of who wrote and what, questions about it
// are dropped, and what was sent still finds its answers.
func TestForgetMessages(t *testing.T) {
	s := openTest(t, "")
	app := addCase(t, s, "Acme", "", "Dana").Application.ID
	box := addMailbox(t, s, "me@home.example")
	open := data.Message{Mailbox: box.ID, Key: "q", From: "a@b.example", FromName: "Ann", Subject: "Hi", Excerpt: "x", Text: "y", Action: data.ActionReview, Class: data.ClassHuman}
	own := data.Message{Mailbox: box.ID, Application: app, Key: "mine", Subject: "Thanks", To: []string{"a@b.example"}, Class: data.ClassOwn}
	dropped := data.Message{Key: "d", From: "a@b.example", Action: data.ActionStop}
	for _, m := range []*data.Message{&open, &own, &dropped} {
		addMessage(t, s, m)
	}
	write(t, s, func(tx *Tx) error { return tx.SetSetting(t.Context(), HashKeySetting, `"00ff"`) })
	write(t, s, func(tx *Tx) error { return tx.ForgetMessages(t.Context(), box.ID) })
	again := data.Message{Mailbox: box.ID, Key: "q"}
	if isNew := addMessage(t, s, &again); isNew || again.ID != open.ID {
		t.Errorf("the mail that is forgotten is filed again as %s", again.ID)
	}
	got := must(s.Message(t.Context(), open.ID))
	if got.Key == "q" {
		t.Error("its Message-ID is still there")
	}
	if got.From+got.FromName+got.Subject+got.Excerpt+got.Text != "" {
		t.Errorf("left of a mail: %+v, want nothing of its words", got)
	}
	if left := must(s.OpenQuestions(t.Context())); len(left) != 0 {
		t.Errorf("open questions: %+v, want none", left)
	}
	if sent := must(s.SentMessages(t.Context())); len(sent) != 1 || sent[0].Key != "mine" || sent[0].Subject != "" {
		t.Errorf("sent: %+v, want its key alone", sent)
	}
	if n := must(s.CountNoted(t.Context())); n != 1 {
		t.Errorf("noted of %d mails, want of the dropped one alone", n)
	}
	write(t, s, func(tx *Tx) error { return tx.ForgetMessages(t.Context(), "") })
	if n := must(s.CountNoted(t.Context())); n != 0 || s.Wipe(t.Context()) != nil {
		t.Errorf("noted of %d mails, want of none", n)
	}
}

func TestLastAnswered(t *testing.T) {
	s := openTest(t, "")
	if _, err := s.LastAnswered(t.Context()); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("LastAnswered of nothing: %v, want data.ErrNotFound", err)
	}
	for i, m := range []data.Message{
		{Key: "old", Answer: data.AnswerYes, Answered: noon, Arrived: noon},
		{Key: "last", Answer: data.AnswerNo, Answered: noon.Add(90 * time.Minute), Arrived: noon.Add(-time.Hour)},
		{Key: "open", Arrived: noon.Add(time.Hour)},
	} {
		m.UID = uint32(i)
		addMessage(t, s, &m)
	}
	if got := must(s.LastAnswered(t.Context())); got.Key != "last" {
		t.Errorf("LastAnswered = %s, want last", got.Key)
	}
}
