package command

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"afterword/app/desk"
	"afterword/app/profile"
	"afterword/data"
)

type itemJSON struct {
	State       data.State `json:"state"`
	Opens       *string    `json:"opens"`
	Due         *string    `json:"due"`
	OverdueFrom *string    `json:"overdue_from"`
	NotifyAt    *string    `json:"notify_at"`
	Reason      *string    `json:"reason"`
	Flag        string     `json:"flag,omitempty"`
	Reminders   *[]string  `json:"reminders,omitempty"`
}

type planJSON struct {
	Items map[data.ItemKey]itemJSON `json:"items"`
	Badge data.Badge                `json:"badge"`
	Flags []data.Flag               `json:"flags"`
}

type personJSON struct {
	ID        data.ID  `json:"id"`
	Name      string   `json:"name"`
	Job       string   `json:"job"`
	Addresses []string `json:"addresses"`
}

type interviewJSON struct {
	ID        data.ID   `json:"id"`
	Start     *string   `json:"start"`
	End       *string   `json:"end"`
	Date      *string   `json:"date"`
	Kind      string    `json:"kind"`
	Place     string    `json:"place"`
	With      []data.ID `json:"with"`
	Cancelled bool      `json:"cancelled"`
}

type applicationJSON struct {
	ID         data.ID         `json:"id"`
	Company    string          `json:"company"`
	Role       string          `json:"role"`
	Badge      data.Badge      `json:"badge"`
	State      data.AppState   `json:"state"`
	EmployerTZ string          `json:"employer_tz"`
	Country    string          `json:"country"`
	Guessed    bool            `json:"country_guessed"`
	Source     string          `json:"source"`
	Policy     data.Policy     `json:"policy"`
	PromisedBy *string         `json:"promised_by"`
	Notes      string          `json:"notes"`
	Interviews []interviewJSON `json:"interviews"`
	People     []personJSON    `json:"people"`
	Updated    *string         `json:"updated"`
}

type eventJSON struct {
	ID        data.ID         `json:"id"`
	Type      data.EventType  `json:"type"`
	At        *string         `json:"at"`
	Source    data.Source     `json:"source"`
	Why       string          `json:"why"`
	Undone    bool            `json:"undone"`
	Item      data.ItemKey    `json:"item,omitempty"`
	Class     data.ReplyClass `json:"class,omitempty"`
	Target    data.ID         `json:"target,omitempty"`
	By        string          `json:"by,omitempty"` // the date named, or who cancelled
	Until     string          `json:"until,omitempty"`
	Return    string          `json:"return,omitempty"`
	Inclusive bool            `json:"inclusive,omitempty"`
	Deadline  *string         `json:"deadline,omitempty"`
	Round     data.ID         `json:"round,omitempty"`
	Start     *string         `json:"start,omitempty"`
	End       *string         `json:"end,omitempty"`
	Date      string          `json:"date,omitempty"`
	Channel   string          `json:"channel,omitempty"`
	Reason    string          `json:"reason,omitempty"`
	Message   data.ID         `json:"message,omitempty"`
	Name      string          `json:"name,omitempty"`
	Value     string          `json:"value,omitempty"`
}

type messageJSON struct {
	ID      data.ID    `json:"id"`
	Class   data.Class `json:"class"`
	Reason  string     `json:"reason"`
	Subject string     `json:"subject"`
	From    string     `json:"from"`
	Date    *string    `json:"date"`
}

func (c *cli) show() *cobra.Command {
	return &cobra.Command{Use: "show APP", Short: "plan, people, timeline of one application", Args: args(1), RunE: func(_ *cobra.Command, a []string) error {
		return c.with(func(ctx context.Context, d *desk.Desk, _ *profile.Profile) error {
			id, err := find(ctx, d, a[0])
			if err != nil {
				return err
			}
			det, err := d.Detail(ctx, id)
			if err != nil {
				return err
			}
			out := struct {
				Application applicationJSON `json:"application"`
				Plan        planJSON        `json:"plan"`
				Events      []eventJSON     `json:"events"`
				Messages    []messageJSON   `json:"messages"`
			}{application(d, det), planned(d, det), events(d, det), messages(d, det)}
			return c.say(out, func() string { return showText(d, det) })
		})
	}}
}

func application(d *desk.Desk, det desk.Detail) applicationJSON {
	a := det.Case.Application
	out := applicationJSON{
		ID: a.ID, Company: a.Company, Role: a.Role, Badge: det.Badge, State: a.State, EmployerTZ: a.EmployerZone, Country: det.Country, Guessed: det.Guessed, Source: a.Source,
		Policy: a.Policy, PromisedBy: orNull(a.PromisedBy.String()), Notes: a.Notes, Interviews: []interviewJSON{}, People: []personJSON{}, Updated: stamp(d, a.Updated),
	}
	for _, iv := range slices.Concat(det.Rounds, det.Cancelled) {
		line := interviewJSON{
			ID: iv.ID, Start: stamp(d, iv.Start), End: stamp(d, iv.End), Date: orNull(iv.Date.String()), Kind: iv.Kind,
			Place: iv.Place, With: []data.ID{}, Cancelled: slices.ContainsFunc(det.Cancelled, func(c data.Interview) bool { return c.ID == iv.ID }),
		}
		for _, m := range iv.With {
			line.With = append(line.With, m.Person)
		}
		out.Interviews = append(out.Interviews, line)
	}
	for _, p := range det.Case.People {
		out.People = append(out.People, personJSON{p.ID, p.Name, p.Job, append([]string{}, p.Addresses...)})
	}
	return out
}

// round is the interview that an event is about, "" for none.
func round(e data.Event) data.ID {
	if e.Invited != nil {
		return e.Invited.ID
	}
	return e.Round
}

func planned(d *desk.Desk, det desk.Detail) planJSON {
	out := planJSON{Items: map[data.ItemKey]itemJSON{}, Badge: det.Badge, Flags: append([]data.Flag{}, det.Plan.Flags...)}
	for _, it := range det.Plan.Items {
		item := itemJSON{
			State: it.State, Opens: stamp(d, it.Opens), Due: stamp(d, it.Due), OverdueFrom: stamp(d, it.OverdueFrom),
			NotifyAt: stamp(d, it.NotifyAt), Reason: orNull(it.Reason),
		}
		if it.Failed {
			item.Flag = "address_failed"
		}
		if it.Key.Kind() == data.KindOfferDecision {
			reminders := []string{}
			for _, t := range it.Reminders {
				reminders = append(reminders, t.In(d.Zone()).Format(time.RFC3339))
			}
			item.Reminders = &reminders
		}
		out.Items[it.Key] = item
	}
	return out
}

func events(d *desk.Desk, det desk.Detail) []eventJSON {
	s := d.Speaker(data.DefaultSettings())
	undone := data.Undone(det.Case.Events)
	told := det.Case
	told.Interviews = slices.Concat(det.Rounds, det.Cancelled)
	out := []eventJSON{}
	for i, e := range det.Case.Events {
		why := e.Why
		if why == "" {
			why = s.Event(&told, e)
		}
		out = append(out, eventJSON{
			ID: e.ID, Type: e.Type, At: stamp(d, e.At), Source: e.Source, Why: why, Undone: undone[i], Item: e.Item, Class: e.Class, Target: e.Target,
			By: cmp.Or(e.By.String(), e.Canceller), Until: e.Until.String(), Return: e.Return.String(), Inclusive: e.Inclusive,
			Deadline: stamp(d, e.Deadline), Round: round(e), Start: stamp(d, e.Start), End: stamp(d, e.End), Date: e.Date.String(),
			Channel: e.Channel, Reason: e.Reason, Message: e.Message, Name: e.Name, Value: e.Value,
		})
	}
	return out
}

func messages(d *desk.Desk, det desk.Detail) []messageJSON {
	out := []messageJSON{}
	for _, m := range det.Messages {
		out = append(out, messageJSON{m.ID, m.Class, m.Reason, m.Subject, m.From, stamp(d, m.Arrived)})
	}
	return out
}
