/**
 * How a card's data names an output that lies beside it, ready-made, in a `<template data-reveal="NUMBER">`: as a format of
 * its own, whose content is the number.
 */
export const TEMPLATE = "application/vnd.fall-line.template+json";
