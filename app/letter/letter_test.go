package letter

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"afterword/data"
)

func tones() []data.Tone {
	return []data.Tone{data.ToneWarm, data.ToneFormal, data.ToneBrief, data.TonePlain}
}

// bare holds what every letter needs, and nothing else.
func bare(stage string, tone data.Tone) Brief {
	return Brief{
		Stage: stage, Tone: tone, First: "Dana", Last: "Reyes", Role: "data analyst", Company: "Northwind",
		Me: "Sam Lind", Day: "on Tuesday", Date: "on 17 November", PromisedDay: "Friday",
	}
}

// full holds everything a letter may use.
func full(stage string, tone data.Tone) Brief {
	b := bare(stage, tone)
	b.Title, b.Topic, b.Strength = "Ms", "weekly reports", "my work on sales dashboards"
	b.NextStep, b.Deadline, b.News = "the talk with your team", "4 December", "I finished the certificate in statistics"
	return b
}

func TestEveryStageHasEveryTone(t *testing.T) {
	if got, want := len(Stages()), 18; got != want {
		t.Errorf("got %d stages, want %d: %q", got, want, Stages())
	}
	for _, stage := range Stages() {
		for _, tone := range tones() {
			for _, b := range []Brief{bare(stage, tone), full(stage, tone)} {
				d, err := Write(b)
				if err != nil {
					t.Errorf("%s %s: %v", stage, tone, err)
					continue
				}
				for _, bad := range []string{"{{", "  ", " .", " ,", "<no value>", "\n\n\n", ".."} {
					if strings.Contains(d.Subject+"\n"+d.Body, bad) {
						t.Errorf("%s %s: got %q in\n%s\n%s", stage, tone, bad, d.Subject, d.Body)
					}
				}
			}
		}
	}
}

func TestMissingValuesAreNamed(t *testing.T) {
	cases := []struct {
		stage string
		empty func(*Brief)
		want  []string
	}{
		{"thank_you", func(b *Brief) { b.Me = " " }, []string{"me.name"}},
		{"thank_you", func(b *Brief) { b.Role, b.Me = "", "" }, []string{"role", "me.name"}},
		{"thank_you", func(b *Brief) { b.First = "" }, nil},
		{"thank_you", func(b *Brief) { b.First, b.Last = "", "" }, []string{"person"}},
		{"thank_you", func(b *Brief) { b.Day = "" }, nil},
		{"thank_you", func(b *Brief) { b.Day, b.Date = "", "" }, []string{"date"}},
		{"check_in", func(b *Brief) { b.Company = "" }, []string{"company"}},
		{"check_in_promised", func(b *Brief) { b.PromisedDay = "" }, []string{"promised"}},
		{"offer_ack", func(b *Brief) { b.Deadline = "" }, nil},
	}
	for _, c := range cases {
		b := bare(c.stage, data.ToneWarm)
		c.empty(&b)
		_, err := Write(b)
		var m *Missing
		if !errors.As(err, &m) {
			if err != nil || c.want != nil {
				t.Errorf("%s: got %v, want missing %q", c.stage, err, c.want)
			}
			continue
		}
		slices.Sort(m.Values)
		slices.Sort(c.want)
		if !slices.Equal(m.Values, c.want) || !errors.Is(err, data.ErrMissing) {
			t.Errorf("%s: got %v, want missing %q", c.stage, err, c.want)
		}
	}
}

func TestUnknownStage(t *testing.T) {
	for _, b := range []Brief{bare("ransom", data.ToneWarm), bare("thank_you", "shrill")} {
		if _, err := Write(b); !errors.Is(err, data.ErrInvalid) {
			t.Errorf("Write(%s, %s): got %v, want %v", b.Stage, b.Tone, err, data.ErrInvalid)
		}
	}
}

func TestGreeting(t *testing.T) {
	cases := []struct {
		tone               data.Tone
		title, first, last string
		want               string
	}{
		{data.ToneWarm, "", "Dana", "Reyes", "Hi Dana,"},
		{data.ToneWarm, "Ms", "", "Reyes", "Hi Ms Reyes,"},
		{data.ToneWarm, "", "", "Reyes", "Hi Reyes,"},
		{data.ToneFormal, "Dr", "Dana", "Reyes", "Dear Dr Reyes,"},
		{data.ToneFormal, "", "Dana", "Reyes", "Dear Dana Reyes,"},
		{data.ToneFormal, "Dr", "Dana", "", "Dear Dana,"},
		{data.ToneFormal, "", "Dana", "", "Dear Dana,"},
	}
	for _, c := range cases {
		b := bare("thank_you", c.tone)
		b.Title, b.First, b.Last = c.title, c.first, c.last
		d, err := Write(b)
		if err != nil {
			t.Fatal(err)
		}
		if got, _, _ := strings.Cut(d.Body, "\n"); got != c.want {
			t.Errorf("%s %q %q %q: got %q, want %q", c.tone, c.title, c.first, c.last, got, c.want)
		}
	}
}

func TestValuesAreTidied(t *testing.T) {
	b := full("thank_you", data.ToneBrief)
	b.Topic, b.Company = " weekly\nreports. ", "Acme Inc."
	d, err := Write(b)
	if err != nil {
		t.Fatal(err)
	}
	if want := "I enjoyed our talk about weekly reports, and"; !strings.Contains(d.Body, want) {
		t.Errorf("got %q, want %q in it", d.Body, want)
	}
	b.Topic = "{{.Me}} <b>"
	if d, _ = Write(b); !strings.Contains(d.Body, b.Topic) {
		t.Errorf("got %q, want %q as it was typed", d.Body, b.Topic)
	}
}

func TestSubjectBeginsWithACapital(t *testing.T) {
	for _, c := range []struct{ subject, want string }{
		{"data analyst interview", "Data analyst interview"},
		{"\u00fcbersetzer: R\u00fcckzug", "\u00dcbersetzer: R\u00fcckzug"},
		{"iOS developer interview", "iOS developer interview"},
		{"Thank you", "Thank you"},
		{"", ""},
	} {
		if got := begun(c.subject); got != c.want {
			t.Errorf("begun(%q): got %q, want %q", c.subject, got, c.want)
		}
	}
}

func TestAnswerKeepsTheSubject(t *testing.T) {
	cases := []struct{ subject, want string }{
		{"Your interview", "Re: Your interview"},
		{"Re: Your interview", "Re: Your interview"},
		{"RE: AW: Re[2]: Your  interview", "Re: Your interview"},
		{"Reminder: your interview", "Re: Reminder: your interview"},
	}
	for _, c := range cases {
		b := bare("confirm_invite", data.ToneBrief)
		b.Answers = c.subject
		d, err := Write(b)
		if err != nil || d.Subject != c.want {
			t.Errorf("answer to %q: got %q, %v, want %q", c.subject, d.Subject, err, c.want)
		}
	}
}

func TestStageFor(t *testing.T) {
	cases := []struct {
		key   data.ItemKey
		state data.State
		facts Facts
		want  string
	}{
		{"thank_you:r1:dana", data.StateDue, Facts{}, "thank_you"},
		{"thank_you:r1:dana", data.StateOverdue, Facts{Panel: true}, "thank_you_late"},
		{"thank_you:r1:dana", data.StateDue, Facts{Late: true}, "thank_you_late"},
		{"thank_you:r1:dana", data.StateDue, Facts{Panel: true}, "thank_you_panel"},
		{"thank_you:r2:dana", data.StateDue, Facts{Panel: true, Again: true}, "thank_you_again"},
		{"check_in:1", data.StateDue, Facts{Number: 1}, "check_in"},
		{"check_in:1", data.StateDue, Facts{Number: 1, Promised: true}, "check_in_promised"},
		{"check_in:2", data.StateDue, Facts{Number: 2, Promised: true}, "check_in_again"},
		{"stay_in_touch", data.StateDue, Facts{}, "last_note"},
		{"rejection_reply", data.StateDue, Facts{}, "rejection_reply"},
		{"offer_ack", data.StateDue, Facts{}, "offer_ack"},
		{"offer_decision", data.StateDue, Facts{}, "accept_offer"},
		{"offer_decision", data.StateDue, Facts{Declines: true}, "decline_offer"},
		{"confirm_invite:next", data.StateDue, Facts{}, "confirm_invite"},
		{"ask_new_date:r1", data.StateDue, Facts{}, "ask_new_date"},
		{"withdraw_note", data.StateDue, Facts{}, "withdraw"},
		{"log_reply", data.StateDue, Facts{}, "reply"},
	}
	for _, c := range cases {
		got := StageFor(data.Item{Key: c.key, State: c.state}, c.facts)
		if got != c.want {
			t.Errorf("StageFor(%s, %+v) = %s, want %s", c.key, c.facts, got, c.want)
		}
		if !slices.Contains(Stages(), got) {
			t.Errorf("StageFor(%s) = %s, want a stage with templates", c.key, got)
		}
	}
}

func ExampleWrite() {
	d, _ := Write(Brief{
		Stage: "thank_you", Tone: data.ToneBrief, First: "Dana", Role: "product designer",
		Topic: "early prototypes", Day: "this morning", Me: "Alex",
	})
	fmt.Println(d.Subject)
	fmt.Print(d.Body)
	// Output:
	// Thank you, product designer interview
	// Hi Dana,
	//
	// Thank you for your time this morning. I enjoyed our talk about early prototypes, and I would like to help with it. I am even more interested in the product designer role now. Happy to send anything else you need.
	//
	// Best,
	// Alex
}
