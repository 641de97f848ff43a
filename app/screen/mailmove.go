package screen

import (
	"context"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/data"
)

// moveMail files a mail under another application.
func (h *Host) moveMail(m data.Message) {
	h.pick(assets.L("Which application is it about?"), func(to desk.Row) {
		h.Do(func(ctx context.Context) error { return h.Desk.MoveMail(ctx, m.ID, to.ID) }, func() {
			h.acts++
			h.Toast(assets.L("Moved. The plans follow."), "")
		})
	})
}

// unlinkMail takes a mail out of its application.
func (h *Host) unlinkMail(m data.Message) {
	h.Do(func(ctx context.Context) error { return h.Desk.UnlinkMail(ctx, m.ID) }, func() {
		h.acts++
		h.Again(assets.L("Taken out. What it did is taken back."), assets.L("Undo"), func() {
			h.Do(func(ctx context.Context) error { return h.Desk.MoveMail(ctx, m.ID, m.Application) }, func() { h.acts++ })
		})
	})
}

// className says in words what kind of mail it is.
func className(c data.Class) string {
	switch c {
	case data.ClassOwn:
		return assets.L("A mail of yours")
	case data.ClassBounce:
		return assets.L("A note that came back")
	case data.ClassDelay:
		return assets.L("A note that is delayed")
	case data.ClassAutoReply:
		return assets.L("An automatic reply")
	case data.ClassAutoAck:
		return assets.L("An automatic receipt")
	case data.ClassCalendarRequest, data.ClassCalendarCancel, data.ClassCalendarReply:
		return assets.L("A calendar mail")
	case data.ClassReadReceipt:
		return assets.L("A receipt")
	case data.ClassBulk:
		return assets.L("A mail to many")
	case data.ClassHuman:
		return assets.L("A personal mail")
	}
	return assets.L("A mail that can't be read")
}
