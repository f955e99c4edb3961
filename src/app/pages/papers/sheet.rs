//! A sheet of paper without what is on it: head and foot, as every paper has them.

use super::{edition::Edition, tongues::Said};
use crate::app::dom::{View, view};
use crate::{
    app::ui::emblem::Emblem,
    print::{Qr, qr},
    workspace::Route,
};

/// A paper: what it says of itself, and its sections, each beginning on a sheet of its own.
pub struct Content {
    /// What it is, and for whom.
    pub name: Said,
    /// The view that its code opens.
    pub link: Route,
    /// The sections.
    pub sections: Vec<Section>,
}

/// A section of a paper.
pub struct Section {
    /// What its sheets say of it.
    pub face: Face,
    /// What is in it.
    pub flow: View,
}

/// What the sheets of a section say of it.
pub struct Face {
    /// How its sheets look.
    pub shape: Shape,
    /// What stands above the title, such as what the meeting is called.
    pub over: Said,
    /// What it is called.
    pub title: Said,
    /// The lines below the title.
    pub facts: Vec<Fact>,
}

/// How the sheets of a section look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// With head and foot.
    Plain,
    /// With a small head, and letters that are read from afar.
    Sign,
    /// Ten cards to be cut out.
    Cards,
}

/// A line below a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it says.
    pub said: Said,
    /// Whether it stands out.
    pub strong: bool,
}

impl Fact {
    /// A line.
    pub const fn plain(said: Said) -> Self {
        Self { said, strong: false }
    }

    /// A line that stands out.
    pub const fn strong(said: Said) -> Self {
        Self { said, strong: true }
    }
}

/// How large a module of a code is on paper, in hundredths of a millimetre: telephones read smaller ones badly.
const MODULE: u32 = 36;

/// What the sheets of one paper share.
pub struct Frame<'paper> {
    edition: &'paper Edition,
    name: Said,
    code: Option<Qr>,
    address: String,
}

/// Where a sheet is in its paper.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Which sheet of its section, counted from nought.
    pub in_section: usize,
    /// Its number.
    pub number: usize,
    /// How many there are.
    pub of: usize,
}

impl<'paper> Frame<'paper> {
    /// The frame of a paper.
    pub fn new(edition: &'paper Edition, name: Said, link: &Route) -> Self {
        let address = edition.address_of(link);
        Self { edition, name, code: qr(&address), address }
    }

    /// An empty sheet.
    pub fn sheet(&self, face: &Face, place: Place) -> View {
        let class = match face.shape {
            Shape::Plain => "paper__sheet",
            Shape::Sign => "paper__sheet paper__sheet--sign",
            Shape::Cards => "paper__sheet paper__sheet--cards",
        };
        let pages =
            self.edition.tongues.say(|words| words.sheet_page(&place.number.to_string(), &place.of.to_string()));
        let label = [self.name.text(), pages.first.clone()].join(", ");
        let head = match face.shape {
            Shape::Cards => Some(self.band()),
            _ if place.in_section == 0 => Some(self.head(face)),
            _ => Some(self.head_again(face)),
        };
        let foot = if face.shape == Shape::Cards { self.line(&pages) } else { self.foot(&pages) };
        let marks = (face.shape == Shape::Cards).then(cut_marks);
        view! {
            <div class="paper__frame">
                <section class=class role="group" aria-label=label>
                    {head}
                    <div class="paper__flow"></div>
                    {foot}
                    {marks}
                </section>
            </div>
        }
    }

    fn head(&self, face: &Face) -> View {
        let facts = face.facts.iter().filter(|fact| !fact.said.is_empty()).map(|fact| {
            let class = if fact.strong { "paper__fact paper__fact--strong" } else { "paper__fact" };
            view! { <p class=class>{fact.said.inline()}</p> }
        });
        let over = (!face.over.is_empty()).then(|| view! { <p class="paper__over">{face.over.inline()}</p> });
        view! {
            <header class="paper__head">
                {self.code()}
                <div class="paper__publicity">
                    <Emblem name=self.edition.tongues.first.sheet_emblem() />
                    <p>{self.edition.publicity.stacked()}</p>
                </div>
                {over}
                <h2 class="paper__title" data-fit=(face.shape == Shape::Sign).then_some("")>{face.title.stacked()}</h2>
                {facts.collect::<Vec<_>>()}
            </header>
        }
    }

    /// The head of every sheet but the first: alone it still says what it is from, and who paid.
    fn head_again(&self, face: &Face) -> View {
        view! {
            <div class="paper__head paper__head--again">
                {self.code()}
                <div class="paper__publicity">
                    <Emblem name="" />
                    <p>{self.edition.publicity.inline()}</p>
                </div>
                <p class="paper__running">{face.title.inline()}</p>
            </div>
        }
    }

    /// The head where there is room for one line only, on either side of a mark. There is none for a code: every card has
    /// its own.
    fn band(&self) -> View {
        let edition = self.edition;
        view! {
            <div class="paper__band">
                <Emblem name=edition.tongues.first.sheet_emblem() />
                <p class="paper__part" data-fit>{edition.meeting.inline()}</p>
                <p class="paper__part" data-fit>{edition.publicity.inline()}</p>
            </div>
        }
    }

    /// The code, as large as its modules need to be.
    fn code(&self) -> Option<View> {
        let code = self.code.as_ref()?;
        let tenths = code.side * MODULE / 10;
        let side = format!("{}.{}mm", tenths / 10, tenths % 10);
        let label = self.edition.tongues.first.sheet_code(&self.address);
        Some(view! { <div class="paper__corner" style=("width", side)>{code_view(code, label)}</div> })
    }

    fn foot(&self, pages: &Said) -> View {
        view! {
            <div class="paper__foot">
                <div class="paper__colophon">
                    <p><span class="paper__whom">{self.name.inline()}</span> " \u{b7} " {self.edition.version.inline()}</p>
                    <p>{self.edition.meeting.inline()}</p>
                </div>
                <p class="paper__page">{pages.stacked()}</p>
            </div>
        }
    }

    /// The foot where there is room for one line only, on either side of a mark.
    fn line(&self, pages: &Said) -> View {
        view! {
            <div class="paper__line">
                <p class="paper__part" data-fit>
                    {pages.inline()} " \u{b7} " {self.name.inline()} " \u{b7} " {self.edition.version.inline()}
                </p>
                <p class="paper__part" data-fit>{self.edition.meeting.inline()}</p>
            </div>
        }
    }
}

/// Where a sheet of cards is cut, in millimetres: marks beside every edge, outside the cards.
fn cut_marks() -> View {
    let down = [20, 105, 190].map(|x| format!("M{x} 6v4M{x} 287v4")).concat();
    let across = [11, 66, 121, 176, 231, 286].map(|y| format!("M14 {y}h5M191 {y}h5")).concat();
    view! {
        <svg class="paper__marks" viewBox="0 0 210 297" aria-hidden="true">
            <path d=[down, across].concat() fill="none" stroke="#000" stroke-width="0.2" />
        </svg>
    }
}

/// A code.
pub fn code_view(code: &Qr, label: String) -> View {
    let side = code.side;
    view! {
        <svg class="paper__code" viewBox=format!("0 0 {side} {side}") role="img" aria-label=label shape-rendering="crispEdges">
            <path d=code.path.clone() />
        </svg>
    }
}
