package reply

import (
	"slices"
	"time"

	"afterword/assets"
	"afterword/data"
)

// fitting returns the applications that the sender is a person of, narrowed by
// what the mail names and by which of them are still active.
func (x *Index) fitting(m Mail) []owner {
	return narrow(slices.Clone(x.byPerson[m.From]), m)
}

// ofDomain returns the applications whose people's addresses are of the
// sender's domain, without saying which person.
func (x *Index) ofDomain(from string) []owner {
	var all []owner
	for _, c := range x.byDomain[registrable(domainOf(from))] {
		all = append(all, owner{c: c})
	}
	return all
}

// narrow leaves the applications whose role a mail names, where it names one,
// and prefers the active ones.
func narrow(owners []owner, m Mail) []owner {
	if len(owners) < 2 {
		return owners
	}
	text := m.Subject + " " + m.New
	if named := keep(owners, func(o owner) bool { return namesRole(o.c, text) }); len(named) > 0 {
		owners = named
	}
	if active := keep(owners, func(o owner) bool { return o.c != nil && o.c.Application.State == data.Active }); len(active) > 0 {
		owners = active
	}
	return owners
}

func keep(owners []owner, want func(owner) bool) []owner {
	var kept []owner
	for _, o := range owners {
		if want(o) {
			kept = append(kept, o)
		}
	}
	return kept
}

func ids(owners []owner) []data.ID {
	var all []data.ID
	for _, o := range owners {
		if !slices.Contains(all, o.c.Application.ID) {
			all = append(all, o.c.Application.ID)
		}
	}
	return all
}

// writer returns the person of an application with an address, or "".
func (x *Index) writer(application data.ID, address string) data.ID {
	for _, o := range x.byPerson[address] {
		if o.c.Application.ID == application {
			return o.person.ID
		}
	}
	return ""
}

// later reports whether t is after the end of some interview: earlier mail was
// about the appointment.
func (x *Index) later(c *data.Case, t time.Time) bool {
	for _, iv := range c.Interviews {
		end := iv.End
		switch {
		case end.IsZero() && !iv.Start.IsZero():
			end = iv.Start.Add(time.Hour)
		case end.IsZero() && !iv.Date.IsZero():
			end = iv.Date.At(17*60, x.world.Zone)
		}
		if !end.IsZero() && !t.Before(end) {
			return true
		}
	}
	return false
}

// answeredSince reports whether a letter of ours to the application is newer
// than t: who wrote it knew the mail of that time.
func (x *Index) answeredSince(application data.ID, t time.Time) bool {
	for _, m := range x.world.Sent {
		if m.Application == application && m.Arrived.After(t) {
			return true
		}
	}
	return false
}

// day writes a date as the reasons do: "9 November".
func (x *Index) day(t time.Time) string {
	t = t.In(x.world.Zone)
	return assets.L("{{.Day}} {{.Month}}", assets.Args{"Day": assets.DayOfMonth(t.Day()), "Month": assets.L(t.Format("January"))})
}

func name(m Mail) string {
	if m.FromName != "" {
		return m.FromName
	}
	if m.From != "" {
		return m.From
	}
	return assets.L("Somebody")
}
