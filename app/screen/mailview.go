package screen

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

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
	var sheet *widgets.Sheet
	body := widgets.NewColumn(8)
	h.unfold(body, desk.Folds(m), make(map[int]bool), func() { sheet.Refresh() })
	content.Add(widgets.NewQuote(body))
	subject := m.Subject
	if subject == "" {
		subject = assets.L("A mail without a subject")
	}
	sheet = k.Sheet("message", subject, content, h.notedButtons(n, func() { sheet.Close() })...)
	sheet.Wide(640).ShowOn(h.Window().Canvas())
}

// unfold shows the parts of a mail; those that are folded are one line each until
// they are opened.
func (h *Host) unfold(body *widgets.Column, folds []desk.Fold, open map[int]bool, changed func()) {
	var objects []fyne.CanvasObject
	text := "message.text"
	for i, f := range folds {
		id := "message.fold:" + number(i+1)
		if f.Folded {
			lines := strings.Count(f.Text, "\n") + 1
			label := assets.N("Show {{.N}} folded line", "Show {{.N}} folded lines", lines)
			if open[i] {
				label = assets.L("Fold these lines again")
			}
			objects = append(objects, widgets.NewAcross(8, h.Kit.Link(id, label, func() {
				open[i] = !open[i]
				h.refill(func() {
					h.unfold(body, folds, open, changed)
					changed()
				}, nil)
			})))
			if open[i] {
				objects = append(objects, h.Kit.Text(id+".text", widgets.RoleSecondary, f.Text))
			}
			continue
		}
		if text == "" {
			text = id + ".new"
		}
		objects = append(objects, h.Kit.Text(text, widgets.RoleBody, f.Text))
		text = ""
	}
	body.Set(objects...)
}

// notedButtons is what can be done with a mail; shut closes its sheet.
func (h *Host) notedButtons(n noted, shut func()) []*widgets.Button {
	k, m := h.Kit, n.message
	then := func(act func()) func() {
		return func() {
			shut()
			act()
		}
	}
	buttons := []*widgets.Button{k.Button("message.close", assets.L("Close"), shut)}
	if n.entry.Event != "" {
		buttons = append(buttons, k.Button("message.undo", assets.L("Undo"), then(func() { h.undo(n.entry.Event) })))
	}
	if strings.Contains(m.Key, "@") {
		buttons = append(buttons, k.Button("message.open", assets.L("Open in your mail program"), func() { h.openNoted(m) }).Quiet())
	}
	if m.Class != data.ClassOwn {
		move := assets.L("Another application…")
		if m.Application == "" {
			move = assets.L("File under an application…")
		} else {
			buttons = append(buttons, k.Button("message.unlink", assets.L("Not about this"), then(func() { h.unlinkMail(m) })).Quiet())
		}
		buttons = append(buttons, k.Button("message.move", move, then(func() { h.moveMail(m) })).Quiet())
	}
	if m.Application != "" && n.entry.Event != "" && n.entry.Kind == string(data.EventReply) {
		buttons = append(buttons, k.Button("message.said", assets.L("Note what they said"), then(func() { h.askSaidBy(m.Application, n.said, n.by) })).Primary())
	}
	return buttons
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
