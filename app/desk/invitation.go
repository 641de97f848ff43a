package desk

import (
	"bytes"
	"context"
	"regexp"
	"slices"
	"strings"
	"sync"

	"afterword/app/invite"
	"afterword/app/reply"
	"afterword/assets"
	"afterword/data"
)

// An Invitation is what could be read of an invitation.
type Invitation = invite.Invitation

// An Opened is what became of a mail that the user handed over.
type Opened struct {
	data.Received
	Known       bool         // it belongs, or may belong, to an application
	Invitations []Invitation // what a mail of no application invites to
}

// OpenMail files a mail that the user handed over as one of a mailbox is. A mail
// of no application leaves nothing behind; what it says of an interview is
// returned.
func (d *Desk) OpenMail(ctx context.Context, raw []byte) (Opened, error) {
	batch := data.Batch{Mails: []data.Mail{{Raw: raw}}}
	judged, err := d.judge(ctx, batch)
	if err != nil {
		return Opened{}, err
	}
	if judged[0].decision.Action != data.ActionNone {
		got, err := d.fileAll(ctx, batch, judged)
		return Opened{Received: got, Known: true}, err
	}
	switch judged[0].message.Class {
	case data.ClassHuman, data.ClassCalendarRequest, data.ClassAutoAck:
	default: // nothing else invites, a cancelled meeting least of all
		return Opened{}, nil
	}
	found, err := d.invitationsOfMail(ctx, raw)
	found = slices.DeleteFunc(found, func(in Invitation) bool { return !in.Meeting })
	return Opened{Invitations: found}, err
}

var reRawMail = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?im)^(?:MIME-Version|Content-Type|Content-Transfer-Encoding|Message-ID|Received|Return-Path|Delivered-To):`)
})

// ReadInvitation reads what was pasted: a calendar object (RFC 5545), a whole
// mail (RFC 5322), or words. A calendar object may hold several; words are
// always one, which may be empty. A broken calendar object wraps data.ErrInvalid.
func (d *Desk) ReadInvitation(ctx context.Context, text []byte) ([]Invitation, error) {
	head := bytes.TrimSpace(bytes.TrimPrefix(text[:min(len(text), 4096)], []byte("\ufeff")))
	switch {
	case bytes.HasPrefix(bytes.ToUpper(head[:min(len(head), 15)]), []byte("BEGIN:VCALENDAR")):
		return d.ReadCalendar(ctx, text)
	case reRawMail().Match(head):
		return d.invitationsOfMail(ctx, text)
	}
	r, p, err := d.reader(ctx)
	if err != nil {
		return nil, err
	}
	p.Text = string(text[:min(len(text), maxPasted)])
	return []Invitation{r.Invitation(p)}, nil
}

// maxPasted is more text than any invitation has, in bytes.
const maxPasted = 1 << 20

// ReadCalendar reads the meetings of a calendar object (RFC 5545), cancelled
// ones left out. One that cannot be read, or has none, wraps data.ErrInvalid.
func (d *Desk) ReadCalendar(ctx context.Context, object []byte) ([]Invitation, error) {
	meetings, err := invite.Meetings(object)
	if err != nil {
		return nil, invalid(assets.L("this calendar file is damaged or not complete; paste the words of the invitation instead"))
	}
	r, p, err := d.reader(ctx)
	if err != nil {
		return nil, err
	}
	var all []Invitation
	for _, m := range meetings {
		if m.Status != "CANCELLED" && m.Method != "CANCEL" {
			all = append(all, r.OfMeeting(m, p))
		}
	}
	if len(all) == 0 {
		return nil, invalid(assets.L("this calendar file holds no meeting with a time"))
	}
	return all, nil
}

func (d *Desk) invitationsOfMail(ctx context.Context, raw []byte) ([]Invitation, error) {
	r, p, err := d.reader(ctx)
	if err != nil {
		return nil, err
	}
	m := reply.Parse(raw)
	if m.Unreadable {
		return nil, invalid(assets.L("this mail cannot be read; paste its words instead"))
	}
	p.From = data.Person{Name: m.FromName}
	if m.From != "" {
		p.From.Addresses = []string{m.From}
	}
	p.To = invite.People(strings.Join(append(slices.Clone(m.Head.Values("To")), m.Head.Values("Cc")...), ", "))
	p.Subject, p.Sent, p.Text = m.Subject, m.Date, m.New
	if len(strings.TrimSpace(m.New)) < 40 {
		p.Text = m.Text // passed on, with no words of its own
	}
	if c := m.Calendar; c != nil && c.Method != "CANCEL" && c.Method != "REPLY" {
		return []Invitation{r.OfMeeting(c.Meeting, p)}, nil
	}
	return []Invitation{r.Invitation(p)}, nil
}

// reader returns what reads an invitation, and who the user is.
func (d *Desk) reader(ctx context.Context) (invite.Reader, invite.Pasted, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return invite.Reader{}, invite.Pasted{}, err
	}
	boxes, err := d.store.Mailboxes(ctx)
	if err != nil {
		return invite.Reader{}, invite.Pasted{}, err
	}
	me := d.senders(p, boxes)
	for i := range me {
		me[i] = strings.ToLower(me[i])
	}
	r, err := d.Reader(ctx)
	return r, invite.Pasted{Me: me, MyName: p.Me.Name}, err
}
