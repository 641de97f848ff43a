package screen

import (
	"context"
	"slices"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/widgets"
)

// editFirst opens the meeting of a calendar mail, so that it can be corrected
// before it is noted with its application.
func (m *Mail) editFirst(r desk.Review) {
	c, ok := m.meant(r)
	if !ok {
		m.Toast(assets.L("Choose first which one it is about."), "")
		return
	}
	k, iv := m.Kit, *r.Message.Invite
	var sheet *widgets.Sheet
	f := &roundFields{host: m.Host, stored: true, was: m.whenLocal(whenOf(iv, m.Desk.Zone())), sheet: func() *widgets.Sheet { return sheet }}
	f.when = k.Entry("meeting.when", assets.L("When")).Labelled().Hint(assets.L("tomorrow 3pm, 24 Nov 15:00"))
	f.when.SetText(f.was)
	f.when.OnChanged(func(string) { f.read() })
	f.echo = k.Text("meeting.when_echo", widgets.RoleSecondary, "")
	f.place = k.Entry("meeting.place", assets.L("Place or link")).Labelled()
	f.place.SetText(iv.Place)
	f.kind = k.Choice("meeting.kind", assets.L("Format"), kindOptions("meeting.kind"), nil)
	f.kind.Choose(max(0, slices.Index(kinds(), iv.Kind)))
	save := func() {
		edit, fine := f.change()
		if !fine {
			sheet.Refresh()
			m.Focus(f.when.Focusable())
			return
		}
		sheet.Close()
		m.Do(func(ctx context.Context) error { return m.Desk.AnswerMeeting(ctx, r.Message.ID, c.Application, edit) }, func() {
			m.filed = &filed{review: r, under: c}
		})
	}
	cancel := k.Button("meeting.cancel", assets.L("Cancel"), func() { sheet.Close() })
	note := k.Button("meeting.save", assets.L("Note the interview"), save).Primary()
	content := f.column(words.Dotted(c.Company, c.Role))
	sheet = k.Sheet("meeting", assets.L("The interview they suggest"), content, cancel, note)
	f.read()
	sheet.First(f.when.Focusable()).ShowOn(m.Window().Canvas())
}
