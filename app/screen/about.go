package screen

import (
	"net/url"
	"path/filepath"

	"fyne.io/fyne/v2"

	"afterword/assets"
	"afterword/widgets"
)

// An About says what the program is made of; the window knows it.
type About struct {
	Version   string // "0.1.0 (a3be66ddd8f8), Go 1.26"
	Home      string // the folder of all files
	Libraries []Library
}

// A Library is one that the program is built with.
type Library struct{ Name, Version string }

// about is the section that says what this is, where its files lie, and what it
// never does.
func (h *Host) about(a About) []fyne.CanvasObject {
	k := h.Kit
	copyDir := k.Button("settings.about.copy", assets.L("Copy the folder's name"), func() {
		if err := h.Copy(a.Home); err != nil {
			h.Fail(err)
		}
	}).Quiet()
	openDir := k.Button("settings.about.open", assets.L("Open the folder"), func() {
		if err := h.Open((&url.URL{Scheme: "file", Path: filepath.ToSlash(a.Home)}).String()); err != nil {
			h.Fail(err)
		}
	})
	lines := []fyne.CanvasObject{widgets.NewText(widgets.RoleCardTitle, assets.L("Built with"))}
	for _, l := range a.Libraries {
		name := k.Text("settings.about.library:"+l.Name, widgets.RoleSecondary, l.Name).OneLine()
		lines = append(lines, widgets.NewAcross(8, name, widgets.NewText(widgets.RoleSecondary, l.Version).OneLine()).Grow(name))
	}
	return []fyne.CanvasObject{
		widgets.NewCard(8,
			widgets.NewText(widgets.RoleCardTitle, "Afterword"),
			k.Text("settings.about.version", widgets.RoleSecondary, a.Version),
			widgets.NewText(widgets.RoleBody, assets.L("After the interview, nothing slips: the right note at the right time, and it stops by itself when they answer.")),
			widgets.NewText(widgets.RoleSecondary, assets.L("Free under the MIT licence. There is no account and no server of ours. It counts nothing, reports nothing and never looks for updates by itself.")),
		),
		widgets.NewCard(8,
			widgets.NewText(widgets.RoleCardTitle, assets.L("Your data")),
			k.Text("settings.about.home", widgets.RoleBody, a.Home),
			widgets.NewText(widgets.RoleSecondary, assets.L("Everything the program knows lies in this folder, in one SQLite file. Passwords lie in your system's keyring.")),
			widgets.NewAcross(8, openDir, copyDir)),
		widgets.NewCard(6, lines...),
	}
}
