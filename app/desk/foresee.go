package desk

import (
	"context"
	"strings"

	"afterword/assets"
	"afterword/data"
	"afterword/data/sqlite"
)

// Foresee returns the plan that an application would have if it were added now;
// nothing is stored. What AddApplication would refuse wraps data.ErrInvalid.
func (d *Desk) Foresee(ctx context.Context, n NewApplication) ([]Step, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return nil, err
	}
	c := data.Case{Application: data.Application{
		Company: strings.TrimSpace(n.Company), Role: strings.TrimSpace(n.Role), EmployerZone: n.EmployerZone,
		Country: strings.ToUpper(n.Country), Source: n.Source, State: data.Active, Added: d.Now(),
	}}
	if err := checkNew(&c.Application, n); err != nil {
		return nil, err
	}
	if err := d.promised(ctx, &c.Application, n); err != nil {
		return nil, err
	}
	if !n.First.empty() {
		iv := data.Interview{ID: "new", Start: n.First.Start, End: n.First.End, Date: n.First.Date, Zone: n.First.Zone, Kind: n.First.Kind}
		for i, who := range n.First.With {
			who.ID = data.ID("new-" + string(rune('a'+i)))
			c.People = append(c.People, who)
			iv.With = append(iv.With, data.Met{Person: who.ID})
		}
		c.Interviews = []data.Interview{iv}
	}
	plan := d.plan(&c, p, d.Now())
	s := d.Speaker(p.Schedule)
	var steps []Step
	for _, it := range plan.Items {
		steps = append(steps, step(s, &c, it))
	}
	return steps, nil
}

// Outline says in a line what a plan begins with: "We'll plan: thank-you Wed 25
// Nov, 09:00, check-in Tue 8 Dec."; "" for a plan without anything to do.
func (d *Desk) Outline(steps []Step) string {
	s := d.Speaker(data.DefaultSettings())
	thanks := 0
	var first, then data.Item
	for _, st := range steps {
		switch {
		case !st.Item.Pending() || st.Item.Due.IsZero():
		case st.Item.Key.Kind() == data.KindThankYou:
			if thanks++; thanks == 1 || st.Item.Due.Before(first.Due) {
				first = st.Item
			}
		case st.Item.Key.Kind() == data.KindCheckIn && (then.Key == "" || st.Item.Due.Before(then.Due)):
			then = st.Item
		}
	}
	var parts []string
	if thanks > 0 {
		parts = append(parts, assets.N("thank-you {{.When}}", "{{.N}} thank-yous {{.When}}", thanks, assets.Args{"When": s.Full(first.Due)}))
	}
	if then.Key != "" {
		parts = append(parts, assets.L("check-in {{.When}}", assets.Args{"When": s.Day(data.DayOf(then.Due, d.Zone()))}))
	}
	if len(parts) == 0 {
		return ""
	}
	return assets.L("We'll plan: {{.Steps}}.", assets.Args{"Steps": strings.Join(parts, ", ")})
}

// Twins returns the applications that a new one may be a further round of: the
// same company, and the same role or none, neither archived nor deleted.
func (d *Desk) Twins(ctx context.Context, company, role string) ([]data.Application, error) {
	company, role = plainCompany(company), strings.TrimSpace(role)
	if company == "" {
		return nil, nil
	}
	cases, err := d.store.Cases(ctx, nil)
	if err != nil {
		return nil, err
	}
	var twins []data.Application
	for _, c := range cases {
		a := c.Application
		if a.State == data.Archived || a.State == data.Deleted || plainCompany(a.Company) != company {
			continue
		}
		if role == "" || a.Role == "" || strings.EqualFold(role, strings.TrimSpace(a.Role)) {
			twins = append(twins, a)
		}
	}
	return twins, nil
}

// plainCompany returns a name in lower case without its legal form.
func plainCompany(name string) string {
	words := strings.Fields(strings.ToLower(strings.NewReplacer(",", " ", ".", "").Replace(name)))
	for len(words) > 1 {
		switch words[len(words)-1] {
		case "gmbh", "ag", "se", "kg", "ug", "inc", "llc", "ltd", "limited", "plc", "corp", "sas", "sarl", "sa", "sl", "bv", "nv", "ab", "oy", "co", "&":
			words = words[:len(words)-1]
		default:
			return strings.Join(words, " ")
		}
	}
	return strings.Join(words, " ")
}

// AddRound adds the interview of n to an application that exists, and what n
// says beside it, their date and notes, in one transaction.
func (d *Desk) AddRound(ctx context.Context, application data.ID, n NewApplication) error {
	var promise data.Application
	if err := d.promised(ctx, &promise, n); err != nil {
		return err
	}
	return d.write(ctx, application, func(tx *sqlite.Tx) error {
		if !n.First.empty() {
			if _, err := d.addRound(ctx, tx, application, n.First); err != nil {
				return err
			}
		}
		var said []data.Event
		if !promise.PromisedBy.IsZero() {
			said = append(said, data.Event{Type: data.EventPromise, By: promise.PromisedBy})
		}
		if notes := strings.TrimSpace(n.Notes); notes != "" {
			said = append(said, data.Event{Type: data.EventNote, Value: notes})
		}
		for _, e := range said {
			e.Application = application
			d.stamp(&e)
			if err := tx.AddEvent(ctx, &e); err != nil {
				return err
			}
		}
		return nil
	})
}
