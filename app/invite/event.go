package invite

import (
	"strings"

	"afterword/data"
)

// OfMeeting reads an invitation that came as a calendar object (RFC 5545): its
// time, place and people are taken from the event, company and role from its
// words and from p, the mail around it.
func (r Reader) OfMeeting(m Meeting, p Pasted) Invitation {
	if p.Text == "" && p.Subject == "" {
		p.Subject, p.Text = m.Summary, m.Notes
	} else {
		p.Text = m.Summary + "\n" + m.Notes + "\n" + p.Text
	}
	if p.From.Name == "" && p.From.Address() == "" {
		p.From = m.Organizer
	}
	in := r.Invitation(p)
	in.Title, in.UID, in.Notes = clean(m.Summary, maxFact), m.UID, strings.TrimSpace(clean(m.Notes, maxLine))
	w := When{Start: m.Start, End: m.End, Date: m.Date, Zone: m.Zone}
	if m.Floating && r.Zone != nil { // a wall time is meant where the user is
		day := data.DayOf(m.Start, m.Start.Location())
		w.Start = day.At(data.Wall(m.Start.Hour()*60+m.Start.Minute()), r.Zone)
		if !m.End.IsZero() {
			w.End = w.Start.Add(m.End.Sub(m.Start))
		}
	}
	in.Typed = w.Written()
	w.Phrase = in.Typed
	in.When, in.Meeting = w, true
	t := newText(p)
	t.meets(&in, m)
	if place := strings.TrimSpace(clean(m.Place, maxLine)); place != "" && (in.Place.Value == "" || !isWebWord(place)) {
		if line, _, _ := strings.Cut(place, "\n"); line != "" {
			in.Place = Found{line, line}
		}
		in.Kind = t.kind(in.Place.Value)
	}
	return in
}

// meets puts the organizer and the attendees of an event in the place of the
// people that the words name. One who is only in the words stays.
func (t *text) meets(in *Invitation, m Meeting) {
	g := &gathering{text: t, company: in.Company.Value}
	for _, p := range append([]data.Person{m.Organizer}, m.Attendees...) {
		if t.isMe(p) || robot(p.Address()) || p.Group || p.Name == "" && p.Address() == "" {
			continue
		}
		phrase := strings.TrimSpace(p.Name + " <" + p.Address() + ">")
		if p.Name != "" && (isFirm(p.Name) || trimTeam(p.Name) != p.Name) {
			continue
		}
		p.Kind = "interviewer"
		if len(g.all) < maxPeople && !g.has(p) {
			g.all = append(g.all, Attendee{p, phrase})
		}
	}
	if len(g.all) == 0 {
		return
	}
	for _, a := range in.With {
		if !g.has(a.Person) && a.Address() == "" && len(g.all) < maxPeople {
			g.all = append(g.all, a)
		}
	}
	in.With = g.all
}

func (g *gathering) has(p data.Person) bool {
	for _, known := range g.all {
		if p.Address() != "" && known.Address() == p.Address() || p.Name != "" && strings.EqualFold(known.Name, p.Name) {
			return true
		}
	}
	return false
}
