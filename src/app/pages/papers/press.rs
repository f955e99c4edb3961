//! The press: lays papers out on sheets, one after another in slices, so that the page never stands still.

use super::{
    content::content,
    edition::Edition,
    sheet::{Content, Face, Frame, Place, Section},
};
use crate::app::{
    dom::view,
    effects::page::{all, by_id},
    ui::galley::{Measured, measure},
};
use crate::papers::Paper;
use web_sys::Element;

/// Where sheets are measured, and where they are shown.
pub const GALLEY: &str = "papers-galley";
pub const DESK: &str = "papers-desk";

/// What is on the desk.
#[derive(Default)]
pub struct Press {
    /// The edition of everything that is here.
    edition: Option<Edition>,
    /// The papers that should be here, in their order.
    wanted: Vec<Paper>,
    /// Those that are, each with its element.
    here: Vec<(Paper, Option<Element>)>,
    /// How many sheets papers take; none for one that is not in the plan.
    counts: Vec<(Paper, Option<usize>)>,
    /// The papers whose sheets somebody wants to know the number of.
    asked: Vec<Paper>,
}

impl Press {
    /// Takes an order: these papers, in this edition. What is not of it goes at once.
    pub fn order(&mut self, edition: Edition, wanted: Vec<Paper>) {
        if self.edition.as_ref() != Some(&edition) {
            self.edition = Some(edition);
            self.counts.clear();
            self.take_away(|_| true);
        }
        self.take_away(|paper| !wanted.contains(&paper));
        self.wanted = wanted;
    }

    /// Wants to know how many sheets papers take.
    pub fn ask(&mut self, papers: Vec<Paper>) {
        self.asked = papers;
    }

    fn take_away(&mut self, gone: impl Fn(Paper) -> bool) {
        self.here.retain(|(paper, element)| {
            let gone = gone(*paper);
            if gone && let Some(element) = element {
                element.remove();
            }
            !gone
        });
    }

    /// Lays out the next paper; whether there was one.
    pub fn step(&mut self) -> bool {
        let (Some(galley), Some(desk), Some(edition)) = (by_id(GALLEY), by_id(DESK), self.edition.clone()) else {
            return false;
        };
        let missing = self.wanted.iter().position(|paper| self.here.iter().all(|(known, _)| known != paper));
        if let Some(place) = missing {
            let paper = self.wanted[place];
            let laid = content(&edition, paper).map(|content| lay(&edition, paper, content, &galley, &desk));
            self.counts.retain(|(known, _)| *known != paper);
            self.counts.push((paper, laid.as_ref().map(|(_, count)| *count)));
            let element = laid.and_then(|(element, _)| element);
            // Papers are put where they belong, whichever were here before.
            let after = self.wanted[place + 1..].iter().find_map(|next| self.element(*next));
            if let (Some(element), Some(after)) = (&element, after) {
                let _ = after.before_with_node_1(element);
            }
            self.here.push((paper, element));
            return true;
        }
        let uncounted = self.asked.iter().find(|paper| self.counts.iter().all(|(known, _)| known != *paper)).copied();
        if let Some(paper) = uncounted {
            let count = content(&edition, paper).map(|content| count(&edition, content, &galley));
            self.counts.push((paper, count));
        }
        uncounted.is_some()
    }

    fn element(&self, paper: Paper) -> Option<Element> {
        self.here.iter().find(|(known, _)| *known == paper).and_then(|(_, element)| element.clone())
    }

    /// Whether all that is wanted is here.
    pub fn is_ready(&self) -> bool {
        self.wanted.iter().all(|paper| self.here.iter().any(|(known, _)| known == paper))
    }

    /// How many sheets the papers take that were laid out.
    pub fn counts(&self) -> &[(Paper, Option<usize>)] {
        &self.counts
    }
}

/// A section that knows onto which sheets it goes.
struct Laid {
    face: Face,
    measured: Measured,
}

fn measured(frame: &Frame, sections: Vec<Section>, galley: &Element) -> Vec<Laid> {
    // Numbers as wide as those of a paper that fills a folder.
    let place = |in_section| Place { in_section, number: 88, of: 88 };
    let sections = sections.into_iter().map(|Section { face, flow }| {
        let empty = |first: bool| frame.sheet(&face, place(usize::from(!first)));
        Laid { measured: measure(galley, empty, flow), face }
    });
    sections.collect()
}

/// How many sheets a paper takes.
fn count(edition: &Edition, content: Content, galley: &Element) -> usize {
    let frame = Frame::new(edition, content.name, &content.link);
    measured(&frame, content.sections, galley).iter().map(|laid| laid.measured.count()).sum()
}

/// Puts a paper onto sheets at the end of the desk; its element, and how many sheets there are.
fn lay(
    edition: &Edition,
    paper: Paper,
    content: Content,
    galley: &Element,
    desk: &Element,
) -> (Option<Element>, usize) {
    let frame = Frame::new(edition, content.name, &content.link);
    let sections = measured(&frame, content.sections, galley);
    let of = sections.iter().map(|laid| laid.measured.count()).sum();
    let language = edition.tongues.first.language().tag();
    let article = view! { <article class="paper" data-paper=paper.key() lang=language></article> };
    article.append_to(desk);
    let Some(article) = desk.last_element_child() else { return (None, of) };
    let mut number = 0;
    let mut begins = Vec::new();
    for Laid { face, measured } in &sections {
        begins.push(number + 1);
        for in_section in 0..measured.count() {
            number += 1;
            frame.sheet(face, Place { in_section, number, of }).append_to(&article);
            if let Some(sheet) = article.last_element_child() {
                measured.fill(in_section, &sheet);
            }
        }
    }
    // An index knows its numbers only now.
    for entry in all(&article, "[data-begins]") {
        let section = entry.get_attribute("data-begins").and_then(|section| section.parse::<usize>().ok());
        let begins = section.and_then(|section| begins.get(section)).map(ToString::to_string);
        entry.set_text_content(begins.as_deref());
    }
    (Some(article), of)
}
