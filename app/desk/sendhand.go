package desk

import (
	"context"
	"strings"

	"afterword/app/letter"
	"afterword/assets"
	"afterword/data"
	"afterword/data/sqlite"
)

// A Handed is a letter for the user's mail program: an address, or where that
// would be too long, a file.
type Handed struct {
	Address string // mailto (RFC 6068); "" when the letter goes as a file
	Name    string // of the file, such as "Thank you for Tuesday.eml"
	Eml     []byte // the file's bytes
}

// HandOver returns a letter for the user's mail program; a recipient may be added
// there. The error is a *Refusal for a letter that must not go out.
func (d *Desk) HandOver(ctx context.Context, l data.Letter) (Handed, error) {
	if _, err := letter.Recipients(l.To); err != nil {
		return Handed{}, noAddress(l)
	}
	if err := d.mayHand(ctx, l); err != nil {
		return Handed{}, err
	}
	if address := letter.MailtoAnswer(l.To, l.Subject, l.Body, l.InReplyTo); len(address) <= letter.MailtoLimit {
		return Handed{Address: address}, nil
	}
	eml, err := d.Eml(ctx, l)
	return Handed{Name: LetterFile(l), Eml: eml}, err
}

// Eml returns a letter as a file that mail programs open as a mail that is not
// sent yet. Its Message-ID is remembered, so that an answer is known for certain
// where the mail program keeps it.
func (d *Desk) Eml(ctx context.Context, l data.Letter) ([]byte, error) {
	if err := d.mayHand(ctx, l); err != nil {
		return nil, err
	}
	way, err := d.sendWay(ctx, "")
	if err != nil {
		return nil, err
	}
	if way.Email == "" {
		p, err := d.Preferences(ctx)
		if err != nil {
			return nil, err
		}
		way.Email = p.Me.Address
	}
	s, err := d.handed(ctx, l, data.WayFile, way)
	if err != nil {
		return nil, err
	}
	return d.mailOf(ctx, s, way.Email, true)
}

// SaveToDrafts puts a letter into the Drafts folder of a mailbox ("" for the
// first), and returns that folder's name.
func (d *Desk) SaveToDrafts(ctx context.Context, l data.Letter, mailbox data.ID) (string, error) {
	if err := d.mayHand(ctx, l); err != nil {
		return "", err
	}
	way, err := d.sendWay(ctx, mailbox)
	if err != nil {
		return "", err
	}
	if way.Mailbox == "" || d.Mailer.Draft == nil {
		return "", refuse(RefusedNoServer, assets.L("No mailbox is connected, so there is no Drafts folder. Connect one in the settings, or save the letter as a file."))
	}
	s := d.sending(l, data.WayDraft, way)
	mail, err := d.mailOf(ctx, s, way.Email, false)
	if err != nil {
		return "", err
	}
	folder, err := d.Mailer.Draft(ctx, way.Mailbox, mail)
	if err != nil {
		return "", err
	}
	s.State, s.Ended = data.SendHanded, d.Now()
	return folder, d.store.Write(ctx, func(tx *sqlite.Tx) error { return tx.AddSending(ctx, &s) })
}

// handed remembers a letter that goes to a file. The same words keep their
// Message-ID.
func (d *Desk) handed(ctx context.Context, l data.Letter, by data.Way, way SendWay) (data.Sending, error) {
	earlier, err := d.store.SendingsOf(ctx, l.Application)
	if err != nil {
		return data.Sending{}, err
	}
	for _, o := range earlier {
		if o.Item == l.Item && o.Way == by && o.State == data.SendHanded && o.To == l.To && o.Subject == l.Subject && o.Body == l.Body {
			return o, nil
		}
	}
	s := d.sending(l, by, way)
	s.State, s.Ended = data.SendHanded, d.Now()
	return s, d.store.Write(ctx, func(tx *sqlite.Tx) error { return tx.AddSending(ctx, &s) })
}

// mayHand refuses a letter that must not go out on any way.
func (d *Desk) mayHand(ctx context.Context, l data.Letter) error {
	to, err := letter.Recipients(l.To)
	if err == nil && len(to) > 1 && l.Item.Kind() == data.KindThankYou {
		return sendable(l)
	}
	c, plan, _, err := d.load(ctx, l.Application)
	if err != nil {
		return err
	}
	messages, err := d.store.Messages(ctx, l.Application)
	if err != nil {
		return err
	}
	if failing(c, &plan, messages, data.Sending{Item: l.Item, To: l.To}) {
		return refuse(RefusedAddress, assets.L("A note to this address came back. Correct the address first; your letter is kept."))
	}
	return nil
}

// LetterFile returns a name for the file of a letter.
func LetterFile(l data.Letter) string { return FileName(l.Subject, assets.L("Letter"), ".eml") }

// FileName returns a title as the name of a file that any system takes, or
// another where nothing of it is left.
func FileName(title, otherwise, ext string) string {
	const most = 60
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|%`, r) || r < ' ' {
			return ' '
		}
		return r
	}, title)
	name = strings.Trim(strings.Join(strings.Fields(name), " "), ". ")
	if runes := []rune(name); len(runes) > most {
		name = strings.Trim(string(runes[:most]), ". ")
	}
	if name == "" {
		name = otherwise
	}
	return name + ext
}
