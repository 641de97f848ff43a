package screen

import (
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// sure lets a letter go, unless the employer wrote back since it was begun: then
// it asks first, and keeps the text (schedule.md 16.6).
func (l *Letter) sure(act func()) {
	det, err := l.Desk.Detail(l.Context, l.application)
	if err != nil {
		l.Fail(err)
		return
	}
	if it, ok := det.Plan.Item(l.item); ok && it.State != data.StateStopped && it.State != data.StateCancelled {
		act()
		return
	}
	anyway := l.Kit.Button("letter.anyway", assets.L("Send it all the same"), func() {
		l.ask()
		act()
	})
	wait := l.Kit.Button("letter.wait", assets.L("Not now"), l.ask).Primary()
	l.foot.Set(widgets.NewCard(8,
		l.Kit.Text("letter.stopped", widgets.RoleBody, assets.L("They wrote back since you began this letter, or the plan no longer needs it. Your text is kept.")),
		widgets.NewAcross(8, wait, anyway)))
	l.column.Refresh()
}
