package screen

import (
	"context"
	"strings"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// noted is one mail, and the line of the timeline that it made.
type noted struct {
	message data.Message
	entry   desk.Entry      // Event is "" when the mail changed nothing
	said    data.ReplyClass // what it seems to say
	by      data.Day        // the day that it names, zero for none
}

// ShowMail opens the sheet of one mail as it was noted. A stranger's text is
// shown as it is, never as markup.
func (h *Host) ShowMail(message data.ID) {
	var n noted
	h.Do(func(ctx context.Context) (err error) {
		n, err = h.noted(ctx, message)
		return err
	}, func() { h.showNoted(n) })
}

func (h *Host) noted(ctx context.Context, id data.ID) (noted, error) {
	m, err := h.Desk.Message(ctx, id)
	if err != nil || m.Application == "" {
		return noted{message: m}, err
	}
	det, err := h.Desk.Detail(ctx, m.Application)
	if err != nil {
		return noted{}, err
	}
	for _, e := range det.Timeline {
		if e.Message == id && e.Event != "" && !e.Undone && e.CanUndo {
			said, by, err := h.Desk.Heard(ctx, m)
			return noted{m, e, said, by}, err
		}
	}
	return noted{message: m}, nil
}

func (h *Host) showNoted(n noted) {
	k, m := h.Kit, n.message
	s := h.Desk.Speaker(data.DefaultSettings())
	from := m.From
	if m.FromName != "" {
		from = m.FromName + " <" + m.From + ">"
	}
	written := m.Date
	if written.IsZero() {
		written = m.Arrived
	}
	content := widgets.NewColumn(8,
		k.Text("message.from", widgets.RoleSecondary, words.Dotted(from, s.Ago(written))),
		k.Text("message.class", widgets.RoleSecondary, words.Dotted(className(m.Class), m.Reason)))
	if n.entry.Event != "" {
		content.Add(k.Text("message.effect", widgets.RoleSecondary, n.entry.Text))
	}
	content.Add(widgets.NewQuote(k.Text("message.text", widgets.RoleBody, m.Excerpt)))
	var sheet *widgets.Sheet
	buttons := []*widgets.Button{k.Button("message.close", assets.L("Close"), func() { sheet.Close() })}
	if n.entry.Event != "" {
		buttons = append(buttons, k.Button("message.undo", assets.L("Undo"), func() {
			sheet.Close()
			h.undo(n.entry.Event)
		}))
	}
	if strings.Contains(m.Key, "@") {
		buttons = append(buttons, k.Button("message.open", assets.L("Open in your mail program"), func() { h.openNoted(m) }).Quiet())
	}
	if m.Application != "" && m.Class != data.ClassOwn {
		buttons = append(buttons, k.Button("message.move", assets.L("Another application…"), func() {
			sheet.Close()
			h.moveMail(m)
		}).Quiet())
	}
	if m.Application != "" && n.entry.Event != "" && n.entry.Kind == string(data.EventReply) {
		buttons = append(buttons, k.Button("message.said", assets.L("Note what they said"), func() {
			sheet.Close()
			h.askSaidBy(m.Application, n.said, n.by)
		}).Primary())
	}
	subject := m.Subject
	if subject == "" {
		subject = assets.L("A mail without a subject")
	}
	sheet = k.Sheet("message", subject, content, buttons...)
	sheet.Wide(640).ShowOn(h.Window().Canvas())
}

// openNoted shows a mail in the user's mail program.
func (h *Host) openNoted(m data.Message) {
	var can bool
	h.Do(func(ctx context.Context) (err error) {
		can, err = h.OpenMail(ctx, m.Key)
		return err
	}, func() {
		if !can {
			h.Toast(assets.L("No mail program here opens a single mail. What was noted of it stands in the sheet."), "")
		}
	})
}

// moveMail files a mail under another application.
func (h *Host) moveMail(m data.Message) {
	h.pick(assets.L("Which application is it about?"), func(application data.ID) {
		h.Do(func(ctx context.Context) error { return h.Desk.MoveMail(ctx, m.ID, application) }, func() {
			h.acts++
			h.Toast(assets.L("Moved. Both plans follow."), "")
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
