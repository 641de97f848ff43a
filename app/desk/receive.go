package desk

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"time"

	"afterword/app/reply"
	"afterword/assets"
	"afterword/data"
	"afterword/data/sqlite"
)

// indexed is the last index made, with the version of the store it was made of.
type indexed struct {
	version int64
	index   *reply.Index
	me      []string
}

// Wants says of each head whether the mail may belong to an application, so
// that its body is worth fetching. It notes the mail's key, so that the head is
// read once.
func (d *Desk) Wants(ctx context.Context, _ data.Folder, heads []data.Mail) ([]bool, error) {
	x, _, err := d.mails(ctx)
	if err != nil {
		return nil, err
	}
	wanted := make([]bool, len(heads))
	for i := range heads {
		m := reply.ParseHead(heads[i].Raw)
		wanted[i], heads[i].Key = x.Wants(m), m.Key()
	}
	return wanted, nil
}

// mails returns the index that mails are matched against, and the user's own
// addresses. It is made anew only when a fact changed.
func (d *Desk) mails(ctx context.Context) (*reply.Index, []string, error) {
	version, err := d.store.Version(ctx)
	if err != nil {
		return nil, nil, err
	}
	d.mu.Lock()
	kept := d.index
	d.mu.Unlock()
	if kept.index != nil && kept.version == version {
		return kept.index, kept.me, nil
	}
	world, err := d.world(ctx)
	if err != nil {
		return nil, nil, err
	}
	kept = indexed{version, reply.NewIndex(world), world.Me}
	d.mu.Lock()
	d.index = kept
	d.mu.Unlock()
	return kept.index, kept.me, nil
}

func (d *Desk) world(ctx context.Context) (reply.World, error) {
	w := reply.World{Zone: d.Zone(), Now: d.Now()}
	p, err := d.Preferences(ctx)
	if err != nil {
		return w, err
	}
	boxes, err := d.store.Mailboxes(ctx)
	if err != nil {
		return w, err
	}
	w.Me = d.senders(p, boxes)
	for _, b := range boxes {
		w.OwnHosts = append(w.OwnHosts, b.Host)
	}
	if w.Cases, err = d.store.Cases(ctx, nil); err != nil {
		return w, err
	}
	for i := range w.Cases {
		w.Cases[i].Interviews = standing(&w.Cases[i])
	}
	if w.Sent, err = d.store.SentMessages(ctx); err != nil {
		return w, err
	}
	unseen, err := d.unseen(ctx)
	if err != nil {
		return w, err
	}
	w.Sent = append(w.Sent, unseen...)
	rules, err := d.store.SenderRules(ctx)
	w.Always, w.Never = split(rules)
	return w, err
}

func split(rules []sqlite.SenderRule) (always map[string]data.ID, never map[string]bool) {
	always, never = make(map[string]data.ID), make(map[string]bool)
	for _, r := range rules {
		if r.Verdict == data.AnswerAlways {
			always[r.Address] = r.Application
		} else {
			never[r.Address] = true
		}
	}
	return always, never
}

// Receive judges a run of mails, files what follows from them and moves the
// folder's cursor, all in one transaction.
func (d *Desk) Receive(ctx context.Context, b data.Batch) (data.Received, error) {
	var got data.Received
	judged, err := d.judge(ctx, b)
	if err != nil {
		return got, err
	}
	return d.fileAll(ctx, b, judged)
}

// fileAll files what follows from mails that were judged.
func (d *Desk) fileAll(ctx context.Context, b data.Batch, judged []judged) (data.Received, error) {
	var got data.Received
	key, err := d.hashKey(ctx)
	if err != nil {
		return got, err
	}
	var touched []data.ID
	err = d.store.Write(ctx, func(tx *sqlite.Tx) error {
		got, touched = data.Received{Seen: len(b.Mails)}, nil
		var others []sqlite.Seen
		for _, j := range judged {
			letter, err := d.recognise(ctx, tx, &j)
			if err != nil {
				return err
			}
			if j.decision.Action == data.ActionNone {
				others = append(others, seen(j.message, key))
				continue
			}
			isNew, err := d.take(ctx, tx, j, letter, &got)
			if err != nil {
				return err
			}
			if isNew {
				touched = append(touched, j.message.Application)
			}
		}
		if b.Mailbox == "" {
			return nil // a mail the user dropped leaves nothing else behind
		}
		if err := tx.Remember(ctx, b.Mailbox, b.Folder, others); err != nil {
			return err
		}
		return tx.SaveFolder(ctx, b.Mailbox, b.Folder)
	})
	if err != nil {
		return data.Received{}, err
	}
	for _, id := range touched {
		d.Changed(id)
	}
	return got, nil
}

// seen is what is kept of a mail that matches nothing: its place and a hash that
// tells nothing without the key.
func seen(m data.Message, key []byte) sqlite.Seen {
	hash := hmac.New(sha256.New, key)
	hash.Write([]byte(m.Key))
	return sqlite.Seen{UID: m.UID, Hash: hex.EncodeToString(hash.Sum(nil))}
}

// A judged is one mail with what it is and what it does.
type judged struct {
	message  data.Message
	decision reply.Decision
}

func (d *Desk) judge(ctx context.Context, b data.Batch) ([]judged, error) {
	x, me, err := d.mails(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]judged, 0, len(b.Mails))
	for _, raw := range b.Mails {
		if raw.HeadOnly {
			key := raw.Key
			if key == "" {
				key = reply.ParseHead(raw.Raw).Key()
			}
			out = append(out, judged{data.Message{UID: raw.UID, Key: key}, reply.Decision{Action: data.ActionNone}})
			continue
		}
		if len(raw.Raw) == 0 {
			out = append(out, unread(b, raw, x.Unread(), d.Now()))
			continue
		}
		m := reply.Parse(raw.Raw)
		v := reply.Classify(m, me)
		if b.Folder.Role == "sent" {
			v = reply.Own(v)
		}
		at := d.arrival(raw.Arrived)
		dec := x.Match(m, v, at, b.Folder.Role)
		out = append(out, judged{message(b, raw, m, v, dec, at), dec})
	}
	return out, nil
}

// unread is a mail of which the server handed over nothing. Its place names it.
func unread(b data.Batch, raw data.Mail, dec reply.Decision, now time.Time) judged {
	return judged{data.Message{
		Mailbox: b.Mailbox, Folder: b.Folder.Name, UID: raw.UID, Key: fmt.Sprintf("unread:%s:%d:%d", b.Folder.Name, b.Folder.UIDValidity, raw.UID),
		Subject: assets.L("A mail that could not be read"), Arrived: now, Class: data.ClassUnreadable, Rule: "not-handed-over",
		Action: dec.Action, Reason: dec.Reason, Candidates: dec.Candidates,
	}, dec}
}

// arrival is the time of a mail: its arrival by the server's clock, or the
// program's time when it was first seen, where the program's clock is set or
// the arrival lies ahead (schedule.md 16.7).
func (d *Desk) arrival(arrived time.Time) time.Time {
	now := d.Now()
	if arrived.IsZero() || arrived.After(now) || d.profile.Clock.Set() {
		return now
	}
	return arrived.UTC()
}

func message(b data.Batch, raw data.Mail, m reply.Mail, v reply.Verdict, dec reply.Decision, at time.Time) data.Message {
	references := m.References
	if m.Report != nil && m.Report.Original != "" { // the mail that it reports on
		references = append(slices.Clone(references), m.Report.Original)
	}
	return data.Message{
		Application: dec.Application, Mailbox: b.Mailbox, Folder: b.Folder.Name, UID: raw.UID,
		Key: m.Key(), InReplyTo: m.InReplyTo, References: references,
		FromName: m.FromName, From: m.From, To: m.Recipients(), Subject: m.Subject, Date: m.Date, Arrived: at,
		Class: v.Class, Rule: v.Rule, Action: dec.Action, Reason: dec.Reason, Excerpt: firstRunes(m.New, maxExcerpt), Text: wholeText(m.Text, m.New),
		Return: v.Return, Inclusive: v.Inclusive, Item: dec.Item, Candidates: dec.Candidates,
		Suggest: dec.Suggest, Invite: dec.Invite,
	}
}

// maxExcerpt is how much of the new text is kept, in characters.
const maxExcerpt = 2000

// take stores one mail of ours and files the event that follows from it. A mail
// that is known already does nothing. letter is the letter of ours that it is, nil
// for none.
func (d *Desk) take(ctx context.Context, tx *sqlite.Tx, j judged, letter *data.Sending, got *data.Received) (isNew bool, err error) {
	m := j.message
	if letter != nil {
		if isNew, err = tx.AddMessage(ctx, &m); err == nil {
			got.Matched++
			err = d.copied(ctx, tx, *letter, m)
		}
		return isNew, err
	}
	if m.Class == data.ClassOwn && m.Application != "" && m.Item == "" {
		if m, err = d.ownItem(ctx, tx, m); err != nil {
			return false, err
		}
	}
	if isNew, err = tx.AddMessage(ctx, &m); err != nil || !isNew {
		return false, err
	}
	if m.Application != "" {
		got.Matched++
	}
	e, ok := consequence(m)
	if m.Class == data.ClassOwn && m.Application != "" && m.Item == "" && m.Action == data.ActionIgnore {
		return true, d.recall(ctx, tx, m, j.decision.Person)
	}
	if !ok {
		if m.Action == data.ActionReview || m.Action == data.ActionSuggest {
			got.Review++
		}
		return true, nil
	}
	count(e.Type, got)
	d.stamp(&e)
	return true, tx.AddEvent(ctx, &e)
}
