package reply

import (
	"regexp"
	"slices"
	"strings"

	"afterword/assets"
	"afterword/data"
)

// bounced judges a bounce or a delay: which note of ours it is about.
func (x *Index) bounced(m Mail, v Verdict) Decision {
	sent, ok := x.returned(m)
	if !ok {
		return Decision{Action: data.ActionNone, Reason: v.Reason}
	}
	d := Decision{Application: sent.Application, Item: sent.Item, Action: data.ActionReopen, Reason: v.Reason}
	if v.Class == data.ClassDelay || sent.Item == "" {
		d.Action = data.ActionIgnore
	}
	return d
}

// received judges a receipt: it is known to be ours, and changes nothing.
func (x *Index) received(m Mail, v Verdict) Decision {
	if sent, ok := x.returned(m); ok {
		return Decision{Application: sent.Application, Action: data.ActionIgnore, Reason: v.Reason}
	}
	if owners := x.fitting(m); len(owners) == 1 {
		return Decision{Application: owners[0].c.Application.ID, Person: owners[0].person.ID, Action: data.ActionIgnore, Reason: v.Reason}
	}
	return Decision{Action: data.ActionNone, Reason: v.Reason}
}

// returned finds the mail of ours that a report is about: by its Message-ID,
// else by the address that failed.
func (x *Index) returned(m Mail) (data.Message, bool) {
	if m.Report != nil {
		if sent, ok := x.byID[m.Report.Original]; ok {
			return sent, true
		}
	}
	if sent, ok := x.ours(m); ok {
		return sent, true
	}
	for _, id := range messageIDs([]string{m.Text}) {
		if sent, ok := x.byID[id]; ok {
			return sent, true
		}
	}
	gone := addresses(m.Head.Values("X-Failed-Recipients"))
	if m.Report != nil {
		for _, r := range m.Report.Recipients {
			gone = append(gone, r.Address)
		}
	}
	if len(gone) == 0 {
		for _, a := range looseAddress.FindAllString(m.Text, 20) {
			gone = append(gone, strings.ToLower(strings.Trim(a, ".")))
		}
	}
	return x.lastTo(gone)
}

// lastTo returns the newest mail of ours to one of the addresses.
func (x *Index) lastTo(addresses []string) (data.Message, bool) {
	var last data.Message
	for _, s := range x.world.Sent {
		to := slices.ContainsFunc(s.To, func(a string) bool { return slices.Contains(addresses, a) })
		if to && s.Arrived.After(last.Arrived) {
			last = s
		}
	}
	return last, last.ID != "" || last.Key != ""
}

// scheduled judges calendar mail: it suggests, and never acts.
func (x *Index) scheduled(m Mail, v Verdict) Decision {
	c := x.meetingOf(m)
	if c == nil {
		owners := x.fitting(m)
		for _, p := range append([]data.Person{m.Calendar.Organizer}, m.Calendar.Attendees...) {
			if len(owners) == 0 {
				owners = narrow(slices.Clone(x.byPerson[p.Address()]), m)
			}
		}
		switch {
		case len(owners) == 0:
			return Decision{Action: data.ActionNone, Reason: v.Reason}
		case len(ids(owners)) > 1:
			return Decision{Action: data.ActionReview, Candidates: ids(owners), Reason: v.Reason, Invite: m.Calendar.interview()}
		}
		c = owners[0].c
	}
	d := Decision{Application: c.Application.ID, Action: data.ActionSuggest, Reason: v.Reason, Candidates: []data.ID{c.Application.ID}}
	d.Person = x.writer(d.Application, m.From)
	switch {
	case v.Class == data.ClassCalendarReply && m.Calendar.Method == "REPLY" && m.Calendar.Status == "ACCEPTED":
		d.Action, d.Candidates = data.ActionIgnore, nil
	case v.Class == data.ClassCalendarCancel:
		d.Invite = m.Calendar.interview()
	case v.Class == data.ClassCalendarRequest:
		d.Invite = m.Calendar.interview()
		d.Reason = assets.L("An invitation to a meeting.")
	}
	return d
}

// meetingOf finds the application whose interview a calendar object names, or
// whose mail of ours it answers.
func (x *Index) meetingOf(m Mail) *data.Case {
	if sent, ok := x.ours(m); ok {
		return x.find(sent.Application)
	}
	for i := range x.world.Cases {
		for _, iv := range x.world.Cases[i].Interviews {
			if iv.UID != "" && iv.UID == m.Calendar.UID {
				return &x.world.Cases[i]
			}
		}
	}
	return nil
}

// underReview is how systems say that nothing has happened yet.
var underReview = regexp.MustCompile(`(?i)(still|currently|remains?) (being )?(under|in) (review|consideration)|is (still )?being reviewed|wird (noch|weiterhin|derzeit) geprüft|noch in (der )?(prüfung|bearbeitung)`)

// answers reports whether the mail of a system may be the employer's answer: it
// speaks of one, and is no survey, no reminder of a known meeting, no form.
func answers(m Mail, v Verdict) bool {
	text := plain(m.Subject + ". " + cut(m.New, freshBytes))
	if v.Meaning == data.ReplyRejection || v.Meaning == data.ReplyOffer {
		return true
	}
	return !said().aside.in(text) && (v.Meaning == data.ReplyNextRound || said().answer.in(text))
}

// machine judges mail of systems and mailings that name an application.
func (x *Index) machine(m Mail, v Verdict, owners []owner) Decision {
	names := m.FromName + " " + m.Subject
	answer := answers(m, v)
	if v.Class == data.ClassAutoAck || answer && throughSystem(m) { // a name in a mailing proves nothing
		names += " " + cut(m.Text, textBytes)
	}
	cases := x.named(names)
	for _, o := range owners {
		if !slices.Contains(cases, o.c) {
			cases = append(cases, o.c)
		}
	}
	if roles := slices.DeleteFunc(slices.Clone(cases), func(c *data.Case) bool { return !namesRole(c, m.Subject+" "+m.Text) }); len(roles) > 0 {
		cases = roles
	}
	if len(cases) == 0 {
		return Decision{Action: data.ActionNone, Reason: v.Reason}
	}
	var all []data.ID
	for _, c := range cases {
		all = append(all, c.Application.ID)
	}
	d := Decision{Application: all[0], Reason: v.Reason}
	switch {
	case underReview.MatchString(m.Text) && len(all) == 1:
		d.Action = data.ActionPush
		d.Reason = assets.L("Their system says it is still under review.")
	case len(all) > 1:
		d.Application, d.Action, d.Candidates = "", data.ActionReview, all
	case answer || v.Class == data.ClassBulk || v.Rule == ruleSystem:
		d.Action, d.Candidates = data.ActionReview, all
		d.Reason = assets.L("A system wrote, and it may be their answer.")
	default:
		d.Action = data.ActionFile
	}
	return d
}

// unreadable judges a mail that could not be read: it is asked about only where
// its sender or its thread is known.
func (x *Index) unreadable(m Mail, v Verdict) Decision {
	if sent, ok := x.ours(m); ok {
		return Decision{Application: sent.Application, Action: data.ActionReview, Candidates: []data.ID{sent.Application}, Reason: v.Reason}
	}
	if owners := x.fitting(m); len(owners) > 0 {
		return Decision{Action: data.ActionReview, Candidates: ids(owners), Reason: v.Reason}
	}
	return Decision{Action: data.ActionNone, Reason: v.Reason}
}

// Unread is the decision on a mail that the server could not hand over: it may
// be any employer's answer, so it is asked about for all active applications,
// and nobody is chased meanwhile (mail.md 2.9, schedule.md 16.8).
func (x *Index) Unread() Decision {
	d := Decision{Action: data.ActionReview, Reason: assets.L("The mail server could not hand over this mail. Look for it in your mail program.")}
	for i := range x.world.Cases {
		if a := &x.world.Cases[i].Application; a.State == data.Active {
			d.Candidates = append(d.Candidates, a.ID)
		}
	}
	if len(d.Candidates) == 0 {
		d.Action = data.ActionNone
	}
	return d
}
