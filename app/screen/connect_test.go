package screen

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"afterword/data"
	"afterword/widgets"
)

// A server is a mail server as the wizard sees it.
type server struct {
	err   error // of the next test
	kept  []data.Folder
	since data.Day
	tests int
}

func (v *server) watching() Watching {
	return Watching{
		Find: func(email string) Finding {
			switch {
			case strings.HasSuffix(email, "@known.example"):
				return Finding{Connection: Connection{Host: "imap.known.example", Port: "993"}, Known: true, Name: "Known", Hint: "Known asks for an app password.", Steps: []string{"Make one."}, Help: "https://known.example"}
			case strings.HasSuffix(email, "@barred.example"):
				return Finding{Hint: "Barred takes no password.", Known: true, Barred: true}
			}
			return Finding{}
		},
		Test: func(_ context.Context, _ Connection, line func([]MailLine)) (Tested, error) {
			v.tests++
			line([]MailLine{{Name: "found", Text: "Found server", State: widgets.NoteGood}})
			return Tested{
				Watched: []data.Folder{{Name: "Sent", Role: "sent"}, {Name: "INBOX", Role: "inbox"}},
				Offered: []data.Folder{{Name: "Spam", Role: "junk"}, {Name: "Archive", Role: "archive"}},
				Keep: func(_ context.Context, besides []data.Folder, since data.Day) (Connected, error) {
					v.kept, v.since = besides, since
					return Connected{Result: "Found two messages from people you know. Nothing was changed."}, nil
				},
			}, v.err
		},
	}
}

// A wizard is the card of the mailboxes alone in a window, whose loads wait for
// the test.
type wizard struct {
	*stage
	*connecting
}

func newWizard(t *testing.T, v *server) *wizard {
	s := newStage(t)
	var page fyne.CanvasObject
	c := newConnecting(s.Host, v.watching(), func() fyne.CanvasObject { return page })
	page = widgets.NewPage(widgets.NewScroll(c.card))
	s.show(page)
	return &wizard{s, c}
}

// settle waits for what was begun in the background, and until its page stands.
func (w *wizard) settle() {
	w.Helper()
	var before string
	still := 0
	w.until("the page stands", func() bool {
		now := fmt.Sprint(w.busy, w.at, w.ids())
		if still++; w.busy || now != before {
			still = 0
		}
		before = now
		return still > 5
	})
}

func (w *wizard) tapped(id string) {
	w.Helper()
	w.press(id)
	w.settle()
}

// ids returns the names of all controls that Tab reaches, in its order.
func (w *wizard) ids() []string {
	_, nodes := widgets.Nodes(w.win.Canvas())
	slices.SortFunc(nodes, func(a, b widgets.Node) int { return a.FocusOrder - b.FocusOrder })
	var all []string
	for _, n := range nodes {
		if n.FocusOrder > 0 {
			all = append(all, n.ID)
		}
	}
	return all
}

// TestWizardOfAKnownProvider asks for two things, goes through its pages in their
// order and keeps what was chosen.
func TestWizardOfAKnownProvider(t *testing.T) {
	v := &server{}
	w := newWizard(t, v)
	w.typeInto("mailbox.email", "robin@known.example")
	steps := []struct {
		page string
		tabs []string
	}{
		{"Your mail address", []string{"mailbox.email", "mailbox.next", "mailbox.skip"}},
		{"Signing in", []string{"mailbox.help", "mailbox.password", "mailbox.by_hand", "mailbox.next", "mailbox.back", "mailbox.skip"}},
		{"Trying it", []string{"mailbox.next", "mailbox.back", "mailbox.skip"}},
		{"Which folders", []string{"mailbox.folder.junk", "mailbox.folder.archive", "mailbox.next", "mailbox.back", "mailbox.skip"}},
		{"How far back", []string{"mailbox.since", "mailbox.next", "mailbox.back", "mailbox.skip"}},
		{"Done", []string{"mailbox.next", "mailbox.see"}},
	}
	for _, step := range steps {
		w.until(step.page+" with its controls", func() bool {
			return w.text("mailbox.page") == step.page && slices.Equal(w.ids(), step.tabs)
		})
		if left := widgets.Unregistered(w.win); len(left) > 0 {
			t.Errorf("%s: not in the map: %q", step.page, left)
		}
		switch step.page {
		case "Signing in":
			w.typeInto("mailbox.password", "secret")
		case "Which folders":
			w.press("mailbox.folder.junk")
		case "Done":
			if got := w.text("mailbox.result"); !strings.Contains(got, "Found two messages") {
				t.Errorf("the end says %q", got)
			}
		}
		was := w.at
		w.tapped("mailbox.next")
		for now := was; now == was; { // how far back is asked of the desk first
			fyne.DoAndWait(func() { now = w.at })
		}
	}
	if len(v.kept) != 1 || v.kept[0].Role != "junk" || !v.since.IsZero() {
		t.Errorf("kept %+v since %v, want Junk besides, since the first interview", v.kept, v.since)
	}
	if w.password.Text() != "" {
		t.Error("the password stays in its field")
	}
}

// TestWizardSaysWhatToDo: each trouble has its words and its one action.
func TestWizardSaysWhatToDo(t *testing.T) {
	for kind, want := range map[TroubleKind]struct {
		label string
		then  func(*wizard) bool
	}{
		TroublePassword:    {"Show me how", func(w *wizard) bool { return w.at == stepPassword }},
		TroubleCertificate: {"Details", func(w *wizard) bool { return w.text("details.text") == "x509: wrong name" }},
		TroubleSilent:      {"Try again", func(w *wizard) bool { return w.at == stepTest && w.trouble != nil }},
		TroubleOther:       {"Try again", func(w *wizard) bool { return w.at == stepTest && w.trouble != nil }},
	} {
		v := &server{err: &Trouble{Kind: kind, Text: "It did not work.", Detail: "x509: wrong name"}}
		w := newWizard(t, v)
		w.typeInto("mailbox.email", "robin@known.example")
		w.tapped("mailbox.next")
		w.typeInto("mailbox.password", "secret")
		w.tapped("mailbox.next")
		w.until("the words of the trouble and "+want.label, func() bool {
			return w.text("mailbox.result") == "It did not work." && w.text("mailbox.trouble") == want.label
		})
		if _, ok := w.node("mailbox.without"); ok != (kind == TroubleSilent) {
			t.Errorf("trouble %d: Use without mail is offered: %t", kind, ok)
		}
		w.tapped("mailbox.trouble")
		w.until("what follows "+want.label, func() bool { return want.then(w) })
		if w.password.Text() != "secret" {
			t.Errorf("trouble %d: what was typed is lost", kind)
		}
	}
	v := &server{err: errors.New("something else")}
	w := newWizard(t, v)
	w.typeInto("mailbox.email", "robin@known.example")
	w.tapped("mailbox.next")
	w.tapped("mailbox.next")
	if v.tests != 0 || w.at != stepPassword {
		t.Error("without a password it is tried all the same")
	}
}

// TestWizardCanBeLeft: Back keeps what was typed, Skip leaves and can be come
// back from, and a provider that takes no password says so on the first page.
func TestWizardCanBeLeft(t *testing.T) {
	w := newWizard(t, &server{})
	w.typeInto("mailbox.email", "robin")
	w.tapped("mailbox.next")
	if w.at != stepAddress || !strings.Contains(w.text("mailbox.result"), "whole address") {
		t.Errorf("half an address: page %d, %q", w.at, w.text("mailbox.result"))
	}
	w.typeInto("mailbox.email", "robin@known.example")
	w.tapped("mailbox.next")
	w.typeInto("mailbox.password", "secret")
	w.press("mailbox.back")
	if w.at != stepAddress || w.email.Text() != "robin@known.example" {
		t.Errorf("back: page %d, address %q", w.at, w.email.Text())
	}
	w.tapped("mailbox.next")
	if w.password.Text() != "secret" {
		t.Error("back and forth lost the password")
	}
	w.press("mailbox.skip")
	if _, ok := w.node("mailbox.add"); !ok || w.password.Text() != "" {
		t.Error("after Skip: want the way back, and the password gone")
	}
	w.press("mailbox.add")
	w.typeInto("mailbox.email", "robin@barred.example")
	for _, id := range []string{"mailbox.hint", "mailbox.paste", "mailbox.without", "mailbox.client"} {
		if _, ok := w.node(id); !ok {
			t.Errorf("a barred provider's first page lacks %s", id)
		}
	}
	w.press("mailbox.without")
	if w.at != stepIdle {
		t.Errorf("without mail: page %d", w.at)
	}
}

// TestWizardTypedServer: a port that is none is said where it is typed, and the
// way back shows what was typed.
func TestWizardTypedServer(t *testing.T) {
	w := newWizard(t, &server{})
	w.Search = func(context.Context, string, bool) (Finding, error) { return Finding{}, nil }
	w.typeInto("mailbox.email", "robin@unknown.example")
	w.tapped("mailbox.next")
	w.typeInto("mailbox.host", "mail.unknown.example")
	w.typeInto("mailbox.port", "99999")
	w.tapped("mailbox.next")
	if got := w.text("mailbox.result"); w.at != stepServer || !strings.Contains(got, "65535") {
		t.Fatalf("a port of 99999 leads to page %d with %q", w.at, got)
	}
	w.typeInto("mailbox.port", "143")
	w.tapped("mailbox.next")
	w.tapped("mailbox.back")
	if !slices.Contains(w.ids(), "mailbox.port") {
		t.Errorf("back at the server Tab goes %q, want what was typed", w.ids())
	}
}
