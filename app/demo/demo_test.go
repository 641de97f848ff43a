package demo

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/app/desk"
	"afterword/app/mailbox"
	"afterword/app/profile"
	"afterword/app/reply"
	"afterword/data"
)

// A watched is a home full of examples, with their mail server.
type watched struct {
	*testing.T
	desk    *desk.Desk
	story   *Story
	watcher *mailbox.Watcher
	ids     map[string]data.ID // by company
}

func newWatched(t *testing.T, now string) *watched {
	t.Helper()
	p, err := profile.New(profile.Flags{Home: t.TempDir(), Now: now, Clock: "still", TZ: "Europe/Berlin"})
	if err != nil {
		t.Fatal(err)
	}
	d, err := desk.Open(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	if err := Fill(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	w := &watched{T: t, desk: d, ids: make(map[string]data.ID)}
	rows, err := d.List(t.Context(), desk.Filter{All: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		w.ids[r.Company] = r.ID
	}
	return w
}

// tell starts the story and a watcher of its mailbox.
func (w *watched) tell() {
	w.Helper()
	story, err := Tell(w.Context(), w.desk)
	if err != nil {
		w.Fatal(err)
	}
	w.Cleanup(func() { story.Close() })
	boxes, err := w.desk.Mailboxes(w.Context())
	if err != nil || len(boxes) != 1 {
		w.Fatalf("mailboxes: %v, %v, want one", boxes, err)
	}
	w.story = story
	w.watcher = mailbox.NewWatcher(mailbox.Watcher{
		Account: func(context.Context) (mailbox.Account, error) {
			return mailbox.Account{Mailbox: boxes[0], Password: Password}, nil
		},
		Mailbox: boxes[0].ID, Filing: w.desk, HeadFields: reply.HeadFields(), Now: w.desk.Now,
	})
	w.sync()
}

func (w *watched) sync() data.Received {
	w.Helper()
	got, err := w.watcher.Sync(w.Context())
	if err != nil {
		w.Fatal(err)
	}
	return got
}

// detail reads the example of a company.
func (w *watched) detail(company string) desk.Detail {
	w.Helper()
	d, err := w.desk.Detail(w.Context(), w.ids[company])
	if err != nil {
		w.Fatalf("%s: %v", company, err)
	}
	return d
}

func (w *watched) item(company string, key data.ItemKey) data.Item {
	w.Helper()
	items := w.detail(company).Plan.Items
	i := slices.IndexFunc(items, func(it data.Item) bool { return it.Key == key })
	if i < 0 {
		w.Fatalf("%s has no %s in %v", company, key, items)
	}
	return items[i]
}

// week returns an hour of each day of a week, and the two nights on which clocks
// change.
func week() []string {
	all := []string{"2026-03-29T01:30:00+02:00", "2026-10-25T02:30:00+01:00"}
	for day := range 7 {
		all = append(all, time.Date(2026, time.November, 23+day, 7+2*day, 10, 0, 0, time.UTC).Format(time.RFC3339))
	}
	return all
}

// TestFill: whatever the day, there is one example at each stage of a search.
func TestFill(t *testing.T) {
	for _, now := range week() {
		t.Run(now, func(t *testing.T) {
			w := newWatched(t, now)
			for company, badge := range map[string]data.Badge{
				"Brightwater Energy": data.BadgeWaiting, "Kestrel Health": data.BadgeCheckIn, "Northbridge Library Trust": data.BadgeInterview,
				"Lumen & Field": data.BadgeWaiting, "Orchard Street Bank": data.BadgeWaiting, "Tandem Mobility": data.BadgeOffer, "Paper Crane Studio": data.BadgeStay,
			} {
				if got := w.detail(company).Badge; got != badge {
					t.Errorf("%s is %s, want %s", company, got, badge)
				}
			}
			if got := w.detail("Acme Robotics").Badge; got != data.BadgeThankYou {
				t.Errorf("Acme Robotics is %s, want %s", got, data.BadgeThankYou)
			}
		})
	}
}

// TestStory: each sample mail leads to what it is there to show.
func TestStory(t *testing.T) {
	for _, now := range week() {
		t.Run(now, func(t *testing.T) {
			w := newWatched(t, now)
			quiet := w.plans()
			w.tell()
			if got := w.plans(); got != quiet {
				t.Fatalf("reading what was sent changed the plans: got %s, want %s", got, quiet)
			}
			before := w.item("Lumen & Field", "check_in:1")
			for n, want := range []func() error{
				func() error { return w.badge("Brightwater Energy", data.BadgeReplied) },
				func() error {
					if after := w.item("Lumen & Field", "check_in:1"); !after.Due.After(before.Due) {
						return fmt.Errorf("check-in while away: due %v, want later than %v", after.Due, before.Due)
					}
					return w.badge("Lumen & Field", data.BadgeWaiting)
				},
				func() error { return w.badge("Orchard Street Bank", data.BadgeThankYou) },
				w.invited,
			} {
				if more, err := w.story.Next(n); err != nil || !more {
					t.Fatalf("mail %d: %v, %v, want one more", n+1, more, err)
				}
				if got := w.sync(); got.Matched != 1 {
					t.Fatalf("mail %d: %+v, want one that belongs to an example", n+1, got)
				}
				if err := want(); err != nil {
					t.Errorf("mail %d: %v", n+1, err)
				}
			}
			if more, err := w.story.Next(4); more || err != nil {
				t.Errorf("after the last mail: %v, %v, want the end", more, err)
			}
		})
	}
}

// plans is every plan in one text.
func (w *watched) plans() string {
	w.Helper()
	var all []string
	for _, e := range examples() {
		all = append(all, e.company)
		for _, it := range w.detail(e.company).Plan.Items {
			all = append(all, fmt.Sprintf("%s %s %v", it.Key.Kind(), it.State, it.Due))
		}
	}
	return strings.Join(all, "\n")
}

func (w *watched) badge(company string, want data.Badge) error {
	if got := w.detail(company).Badge; got != want {
		return fmt.Errorf("%s is %s, want %s", company, got, want)
	}
	return nil
}

// invited: the invitation asks whether it adds a round to Kestrel, and does.
func (w *watched) invited() error {
	reviews, err := w.desk.Reviews(w.Context())
	if err != nil || len(reviews) != 1 {
		return fmt.Errorf("questions: %v, %v, want one", reviews, err)
	}
	if !strings.Contains(reviews[0].Question, "Kestrel Health") {
		return fmt.Errorf("question %q, want one that names Kestrel Health", reviews[0].Question)
	}
	if err := w.desk.Answer(w.Context(), reviews[0].Message.ID, data.AnswerYes, w.ids["Kestrel Health"]); err != nil {
		return err
	}
	if got := len(w.detail("Kestrel Health").Rounds); got != 2 {
		return fmt.Errorf("rounds after Yes: %d, want 2", got)
	}
	return w.badge("Kestrel Health", data.BadgeInterview)
}
