package reply

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/data"
)

// judged is what the program makes of one labelled mail, where it differs from
// the label: one line for each field that differs.
func judged(t testing.TB, x *Index, me []string, l label, now time.Time) []string {
	raw := readFile(t, filepath.Join(l.folder, l.File))
	m := Parse(raw)
	v := Classify(m, me)
	d := x.Match(m, v, now.Add(arrival), "inbox")
	var wrong []string
	differ := func(field, got, want string) {
		if got != want && !slices.Contains(l.DoubtOn, field) {
			wrong = append(wrong, fmt.Sprintf("%s %s got %q want %q", l.File, field, got, want))
		}
	}
	differ("class", string(v.Class), string(l.Class))
	differ("action", string(d.Action), string(l.Action))
	if l.Class == data.ClassAutoReply {
		want := ""
		if l.Return != nil {
			want = l.Return.String()
		}
		differ("return_date", v.Return.String(), want)
		if l.Inclusive != nil && v.Return.String() == want {
			differ("return_inclusive", fmt.Sprint(v.Inclusive), fmt.Sprint(*l.Inclusive))
		}
	}
	if l.Class == data.ClassHuman || l.Class == data.ClassAutoAck {
		differ("meaning", string(v.Meaning), l.meant(v.Meaning))
	}
	if l.NewText != nil {
		differ("new_text", strings.Join(strings.Fields(m.New), " "), strings.Join(strings.Fields(strings.ReplaceAll(*l.NewText, "\u00a0", " ")), " "))
	}
	if l.Application != nil && *l.Application != "ambiguous" && d.Action != data.ActionReview && d.Action != data.ActionNone && l.Action == d.Action {
		differ("application", string(d.Application), *l.Application)
	}
	return wrong
}

// meant returns the meaning that is wanted where the words say got: an answer
// that names a date is judged by the plan, and a thing to be moved has no class.
func (l label) meant(got data.ReplyClass) string {
	if l.Meaning == data.ReplyPromise && got != data.ReplyRejection && got != data.ReplyOffer || l.Meaning == "reschedule" {
		return string(got)
	}
	return string(l.Meaning)
}

// TestLabels holds the judgement to the labelled mails, field by field.
func TestLabels(t *testing.T) {
	w := testWorld(t)
	x := NewIndex(w)
	all := labels(t)
	for _, l := range all {
		for _, wrong := range judged(t, x, w.Me, l, w.Now) {
			t.Error(wrong)
		}
	}
	t.Logf("%d mails", len(all))
}

// edgeWorld is the state into which the mails of testdata/edge arrive: one
// application, and one mail of ours to its one person.
func edgeWorld() World {
	ana := data.Person{ID: "ana", Name: "Ana Ruiz", Addresses: []string{"ana.ruiz@acme.example"}}
	acme := data.Case{
		Application: data.Application{ID: "acme", Company: "Acme", State: data.Active},
		People:      []data.Person{ana},
		Interviews:  []data.Interview{{ID: "one", Start: time.Date(2026, 2, 26, 10, 0, 0, 0, time.UTC)}},
	}
	sent := data.Message{ID: "our-1", Key: "our-1@example.net", Application: "acme", Item: "thank_you", Arrived: time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC), To: []string{"ana.ruiz@acme.example", "ana@acme.example"}}
	return World{Me: []string{"me@example.net"}, OwnHosts: []string{"mx.example.net"}, Cases: []data.Case{acme}, Sent: []data.Message{sent}, Zone: time.UTC}
}

// TestEdge holds the judgement to the mails on which rules of headers fail.
func TestEdge(t *testing.T) {
	w := edgeWorld()
	x := NewIndex(w)
	actions := map[string]data.Action{"bounce": data.ActionReopen, "stop+calendar": data.ActionStop}
	for _, row := range table(t, "testdata/edge/labels.tsv") {
		m := Parse(readFile(t, filepath.Join("testdata/edge", row[0])))
		v := Classify(m, w.Me)
		d := x.Match(m, v, time.Date(2026, 3, 3, 9, 0, 0, 0, time.UTC), "inbox")
		class := data.Class(cmp.Or(string(strangersClass(row[1])), row[1]))
		if row[1] == "bounce_success" {
			class = data.ClassReadReceipt
		}
		want := data.Action(cmp.Or(string(actions[row[2]]), row[2]))
		if v.Class != class || d.Action != want || row[2] == "stop+calendar" && d.Invite == nil {
			t.Errorf("%s (%s): got %s by %s, %s, invite %v; want %s, %s", row[0], row[3], v.Class, v.Rule, d.Action, d.Invite != nil, class, want)
		}
	}
}
