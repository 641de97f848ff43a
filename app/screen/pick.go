package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/widgets"
)

// pick asks for one of all applications, found by what is typed, and hands it
// on.
func (h *Host) pick(title string, then func(desk.Row)) {
	const shown = 6
	var sheet *widgets.Sheet
	var loader loader
	found := widgets.NewColumn(6)
	show := func(rows []desk.Row, err error) {
		if err != nil {
			h.Fail(err)
			return
		}
		var objects []fyne.CanvasObject
		for _, r := range rows {
			objects = append(objects, h.Kit.Button("pick.application:"+string(r.ID), words.Dotted(r.Company, r.Role), func() {
				sheet.Close()
				then(r)
			}))
		}
		if len(objects) == 0 {
			objects = append(objects, h.Kit.Text("pick.none", widgets.RoleSecondary, assets.L("No application of that name.")))
		}
		found.Set(objects...)
		sheet.Refresh()
	}
	find := func(text string) {
		load(&loader, h.Context, func(ctx context.Context) ([]desk.Row, error) {
			return h.Desk.FirstRows(ctx, desk.Filter{Search: text, All: true}, shown)
		}, show)
	}
	search := h.Kit.Entry("pick.search", assets.L("Company or role")).Labelled().OnChanged(find)
	cancel := h.Kit.Button("pick.cancel", assets.L("Cancel"), func() { sheet.Close() })
	sheet = h.Kit.Sheet("pick", title, widgets.NewColumn(10, search, found), cancel)
	sheet.OnClosed(loader.stop)
	sheet.First(search.Focusable()).ShowOn(h.Window().Canvas())
	find("")
}
