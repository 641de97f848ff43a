package reply

import (
	"slices"
	"strings"
	"time"

	"github.com/emersion/go-msgauth/authres"

	"afterword/assets"
	"afterword/data"
)

// A Decision says whose a mail is and what it does.
type Decision struct {
	Application data.ID
	Person      data.ID      // who wrote, or to whom the user wrote
	Item        data.ItemKey // a bounce: the note that came back
	Action      data.Action
	Candidates  []data.ID // where it is asked: likeliest first
	Reason      string
	Suggest     data.ReplyClass
	Invite      *data.Interview
}

// Match says whose a mail is: thread beats person beats domain, and what is
// unsure is asked (mail.md 1, tests 7 to 13). arrived is when the mail came by
// the program's clock; role is that of its folder, such as "junk".
func (x *Index) Match(m Mail, v Verdict, arrived time.Time, role string) Decision {
	if v.Class == data.ClassOwn {
		return x.own(m)
	}
	if x.world.Never[m.From] {
		return Decision{Action: data.ActionNone, Reason: v.Reason}
	}
	d := x.match(m, v, arrived)
	if d.Action != data.ActionNone {
		d.Suggest = v.Meaning
		if role == "junk" {
			d.Reason = assets.L("{{.Reason}} It lay in Junk.", assets.Args{"Reason": d.Reason})
		}
	}
	return d
}

func (x *Index) match(m Mail, v Verdict, arrived time.Time) Decision {
	switch v.Class {
	case data.ClassBounce, data.ClassDelay:
		return x.bounced(m, v)
	case data.ClassReadReceipt:
		return x.received(m, v)
	case data.ClassCalendarRequest, data.ClassCalendarCancel, data.ClassCalendarReply:
		return x.scheduled(m, v)
	case data.ClassUnreadable:
		return x.unreadable(m, v)
	}
	if sent, ok := x.ours(m); ok {
		return x.inThread(m, v, sent)
	}
	owners := x.fitting(m)
	switch v.Class {
	case data.ClassAutoReply:
		return x.awayOffThread(v, owners)
	case data.ClassAutoAck, data.ClassBulk:
		if name, _ := autoHeader(m); len(owners) > 0 && name == "" && !throughSystem(m) {
			return Decision{Action: data.ActionReview, Candidates: ids(owners), Reason: assets.L("You know the sender, but it reads like a system's mail.")}
		}
		return x.machine(m, v, append(owners, x.ofDomain(m.From)...))
	}
	return x.person(m, v, owners, arrived)
}

// own judges a mail of the user's own: whose person it was sent to.
func (x *Index) own(m Mail) Decision {
	d := Decision{Action: data.ActionIgnore, Reason: ownReason()}
	var fits []owner
	for _, to := range m.Recipients() {
		for _, o := range x.byPerson[to] {
			if !slices.ContainsFunc(fits, func(f owner) bool { return f.c == o.c }) {
				fits = append(fits, o)
			}
		}
	}
	if sent, ok := x.ours(m); ok && sent.Application != "" {
		fits = append([]owner{{x.find(sent.Application), data.Person{}}}, fits...)
		for _, f := range fits[1:] {
			if f.c == fits[0].c {
				fits[0].person = f.person
			}
		}
		fits = fits[:1]
	}
	fits = narrow(fits, m)
	switch {
	case len(fits) == 0 || fits[0].c == nil:
		d.Action = data.ActionNone
	case len(fits) == 1:
		d.Application, d.Person = fits[0].c.Application.ID, fits[0].person.ID
	default:
		d.Candidates = ids(fits)
		d.Action = data.ActionNone // the user knows whom they wrote to; a guess would mark the wrong note
	}
	return d
}

// inThread judges a mail that answers one of ours.
func (x *Index) inThread(m Mail, v Verdict, sent data.Message) Decision {
	d := Decision{Application: sent.Application, Person: x.writer(sent.Application, m.From)}
	d.Reason = assets.L("It answers your mail of {{.Date}}.", assets.Args{"Date": x.day(sent.Arrived)})
	switch {
	case v.Class == data.ClassAutoReply && v.Rule == "left":
		d.Action, d.Reason, d.Candidates = data.ActionReview, v.Reason, []data.ID{sent.Application}
	case v.Class == data.ClassAutoReply:
		d.Action, d.Reason = data.ActionHold, v.Reason
	case v.Class == data.ClassBulk:
		d.Action, d.Candidates = data.ActionReview, []data.ID{sent.Application}
		d.Reason = assets.L("It answers your mail, but it went to many.")
	case v.Class == data.ClassAutoAck && (v.Rule == ruleSystem || doubtful(m, v)):
		d.Action, d.Candidates = data.ActionReview, []data.ID{sent.Application}
	case v.Class == data.ClassAutoAck:
		d.Action, d.Reason = data.ActionFile, v.Reason
	case v.Rule == "reaction" || v.Rule == ruleUnsure:
		d.Action, d.Reason, d.Candidates = data.ActionReview, v.Reason, []data.ID{sent.Application}
	case throughSystem(m):
		d.Action, d.Candidates = data.ActionReview, []data.ID{sent.Application}
		d.Reason = assets.L("It answers your mail, but through a system.")
	case len(m.Head.Values("From")) != 1 || m.From == "":
		d.Action, d.Candidates = data.ActionReview, []data.ID{sent.Application}
		d.Reason = assets.L("It answers your mail, but does not say clearly who wrote it.")
	case x.forged(m):
		d.Action, d.Candidates = data.ActionReview, []data.ID{sent.Application}
		d.Reason = assets.L("It answers your mail, but the sender's server does not vouch for it.")
	default:
		d.Action = data.ActionStop
		if m.Calendar != nil {
			d.Invite = m.Calendar.interview()
		}
	}
	return d
}

// person judges a human mail outside of our threads.
func (x *Index) person(m Mail, v Verdict, owners []owner, arrived time.Time) Decision {
	if id, ok := x.world.Always[m.From]; ok && x.find(id) != nil {
		return Decision{Application: id, Action: data.ActionStop, Reason: assets.L("You said that this sender always writes about it.")}
	}
	switch {
	case len(owners) == 0:
		return x.byCompany(m, v)
	case len(owners) > 1:
		return Decision{Action: data.ActionReview, Candidates: ids(owners), Reason: assets.L("{{.Name}} belongs to more than one of your applications.", assets.Args{"Name": name(m)})}
	}
	o := owners[0]
	d := Decision{Application: o.c.Application.ID, Person: o.person.ID}
	switch {
	case v.Rule == "reaction" || v.Rule == ruleUnsure || x.forged(m):
		d.Action, d.Candidates = data.ActionReview, []data.ID{d.Application}
		d.Reason = assets.L("The sender's server does not vouch for it.")
		if v.Rule == "reaction" || v.Rule == ruleUnsure {
			d.Reason = v.Reason
		}
	case !x.later(o.c, arrived):
		d.Action, d.Reason = data.ActionIgnore, assets.L("It came before the interview was over.")
	case x.answeredSince(d.Application, arrived):
		d.Action, d.Reason = data.ActionIgnore, assets.L("It came before your last letter.")
	case o.person.Group || o.c.Application.State != data.Active:
		d.Action, d.Candidates = data.ActionReview, []data.ID{d.Application}
		d.Reason = assets.L("{{.Name}} wrote, but not as an answer to you.", assets.Args{"Name": name(m)})
	default:
		d.Action = data.ActionStop
		d.Reason = assets.L("{{.Name}}, whom you know from the interview, wrote after it.", assets.Args{"Name": name(m)})
	}
	return d
}

// byCompany judges a stranger's mail: the domain of a known person suggests,
// and so does the company's name with the role; it never acts.
func (x *Index) byCompany(m Mail, v Verdict) Decision {
	d := Decision{Action: data.ActionNone, Reason: v.Reason}
	fits := x.byDomain[registrable(domainOf(m.From))]
	if len(fits) == 0 {
		return d
	}
	for _, c := range fits {
		if namesRole(c, m.Subject+" "+m.New) {
			d.Candidates = append([]data.ID{c.Application.ID}, d.Candidates...)
		} else {
			d.Candidates = append(d.Candidates, c.Application.ID)
		}
	}
	d.Action, d.Reason = data.ActionReview, assets.L("The company's address fits, but we don't know this person.")
	if len(fits) == 1 {
		d.Action, d.Application = data.ActionSuggest, fits[0].Application.ID
	}
	return d
}

// awayOffThread judges an out-of-office notice that names no mail of ours.
func (x *Index) awayOffThread(v Verdict, owners []owner) Decision {
	switch {
	case len(owners) == 0:
		return Decision{Action: data.ActionNone, Reason: v.Reason}
	case len(owners) > 1 || v.Rule == "left":
		return Decision{Action: data.ActionReview, Candidates: ids(owners), Reason: v.Reason}
	}
	return Decision{Application: owners[0].c.Application.ID, Person: owners[0].person.ID, Action: data.ActionHold, Reason: v.Reason}
}

// forged reports whether the user's own server says that the sender's domain
// does not vouch for the mail (RFC 7489, RFC 8601). Only the topmost line of
// that server counts; anybody can write the others.
func (x *Index) forged(m Mail) bool {
	lines := m.Head.Values("Authentication-Results")
	if len(lines) == 0 {
		return false
	}
	host, results, err := authres.Parse(lines[0])
	if err != nil || len(x.world.OwnHosts) > 0 && !slices.ContainsFunc(x.world.OwnHosts, func(own string) bool { return related(own, host) }) {
		return false
	}
	for _, r := range results {
		if dmarc, ok := r.(*authres.DMARCResult); ok && dmarc.Value == authres.ResultFail {
			return true
		}
	}
	return false
}

func related(a, b string) bool { return strings.EqualFold(registrable(a), registrable(b)) }
